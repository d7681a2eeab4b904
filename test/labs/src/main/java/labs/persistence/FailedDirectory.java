package labs.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import kafka.server.ReplicaManager;
import labs.rig.Broker;
import labs.rig.Clients;
import labs.rig.Fetch;
import labs.rig.Produce;
import labs.rig.RawConnection;
import labs.rig.Wait;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.protocol.Errors;
import org.apache.kafka.common.record.CompressionType;
import org.apache.kafka.common.record.MemoryRecords;
import org.apache.kafka.common.record.SimpleRecord;
import org.apache.kafka.common.requests.ProduceResponse;
import org.apache.kafka.common.utils.Utils;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Proves sentences of core-design/persistence.md:
 *
 * - Failure and recovery: "An IOException in most of Log's operations is taken as the failure of the whole directory"
 * - Failure and recovery: "a client KAFKA_STORAGE_ERROR (with Produce up to version 3 and Fetch up to version 5
 *   NOT_LEADER_FOR_PARTITION)."
 * - A log directory fails: "At the next clean stop only live directories get a marker"
 * - Traps: "A foreign folder in a log directory, such as lost+found: parseTopicPartitionName throws, and the broker
 *   doesn't start."
 */
class FailedDirectory {
    private static final String MARKER = ".kafka_cleanshutdown";
    private final File[] folders = new File[2];
    private Broker broker;

    @BeforeEach
    void start() throws Exception {
        for (int number = 0; number < 2; number++) folders[number] = Files.createTempDirectory("labs").toFile();
        broker = new Broker(Map.of("log.dirs", folders[0] + "," + folders[1]));
    }

    @AfterEach
    void close() throws Exception {
        broker.stop();
        for (File folder : folders) Utils.delete(folder);
        broker.close();
    }

    private static Errors produce(RawConnection to, String topic, int version) throws Exception {
        MemoryRecords records = MemoryRecords.withRecords(CompressionType.NONE, new SimpleRecord("value".getBytes()));
        ProduceResponse answer = to.ask(ApiKeys.PRODUCE, Produce.request(topic, records), (short) version);
        return answer.responses().get(new TopicPartition(topic, 0)).error;
    }

    private boolean isOffline(String topic) {
        var partition = broker.server().replicaManager().getPartition(new TopicPartition(topic, 0)).get();
        return partition == ReplicaManager.OfflinePartition();
    }

    @Test
    void oneFailedWriteTakesAWholeDirectoryOut() throws Exception {
        // A new partition goes to the directory with the fewest logs.
        String failing = Clients.newTopic(broker, Map.of());
        File folder = broker.log(failing).dir().getParentFile();
        String healthy = Clients.newTopic(broker, Map.of());
        String neighbour = Clients.newTopic(broker, Map.of());
        File other = broker.log(healthy).dir().getParentFile();
        assertFalse(folder.equals(other));
        while (broker.log(neighbour).dir().getParentFile().equals(other)) neighbour = Clients.newTopic(broker, Map.of());
        try (RawConnection connection = new RawConnection(broker.port())) {
            for (String topic : List.of(failing, healthy, neighbour)) assertEquals(Errors.NONE, produce(connection, topic, 7));
            // The next write throws an exception of input and output, as on a broken disk.
            broker.log(failing).activeSegment().log().channel().close();
            assertEquals(Errors.KAFKA_STORAGE_ERROR, produce(connection, failing, 7));
            String sharing = neighbour;
            Wait.until("the neighbour is offline too", () -> isOffline(sharing));
            assertEquals(Errors.KAFKA_STORAGE_ERROR, produce(connection, neighbour, 4));
            assertEquals(Errors.NOT_LEADER_FOR_PARTITION, produce(connection, neighbour, 3));
            assertEquals(Errors.KAFKA_STORAGE_ERROR, Fetch.partition(connection, neighbour, 6, 1000).error);
            assertEquals(Errors.NOT_LEADER_FOR_PARTITION, Fetch.partition(connection, neighbour, 5, 1000).error);
            assertEquals(Errors.NONE, produce(connection, healthy, 7), "the other directory works on");
        }
        broker.stop();
        assertTrue(new File(other, MARKER).exists());
        assertFalse(new File(folder, MARKER).exists());
    }

    @Test
    void aForeignFolderKeepsTheBrokerFromStarting() throws Exception {
        broker.stop();
        assertTrue(new File(folders[1], "lost+found").mkdir());
        Throwable failure = assertThrows(Throwable.class, broker::restart);
        assertTrue(failure.getMessage().contains("lost+found"), failure.toString());
        assertEquals(0, broker.server().brokerState().currentState());
    }
}
