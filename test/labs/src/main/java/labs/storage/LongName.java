package labs.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import kafka.log.Log$;
import kafka.log.LogManager;
import labs.rig.Broker;
import labs.rig.Clients;
import labs.rig.Wait;
import org.apache.kafka.clients.admin.AdminClient;
import org.apache.kafka.clients.admin.DeleteTopicsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.Utils;
import org.junit.jupiter.api.Test;

/**
 * Proves sentences of key-implementation/log-storage.md:
 *
 * - Traps: "adds 42 for a partition with one digit. Where a file's name may have 255, the rename throws an IOException from
 *   214 characters on: the directory goes offline"
 */
class LongName {
    private static String create(Broker broker, AdminClient admin, int length) throws Exception {
        String name = "x".repeat(length);
        admin.createTopics(List.of(new NewTopic(name, 1, (short) 1))).all().get();
        Clients.awaitLeaders(broker, name);
        return name;
    }

    @Test
    void theDeletionOfATopicWithALongNameTakesItsDirectoryOffline() throws Exception {
        assertEquals(213 + 42, Log$.MODULE$.logDeleteDirName(new TopicPartition("x".repeat(213), 0)).length());
        // With one log directory the broker would halt, and with it this process.
        File first = Files.createTempDirectory("labs").toFile();
        File second = Files.createTempDirectory("labs").toFile();
        try (Broker broker = new Broker(Map.of("log.dirs", first + "," + second));
                AdminClient admin = Clients.admin(broker)) {
            LogManager logs = broker.server().logManager();
            String shorter = create(broker, admin, 213);
            File folder = broker.log(shorter).dir();
            admin.deleteTopics(List.of(shorter)).all().get();
            Wait.until("the folder has another name", () -> !folder.exists());
            assertEquals(2, logs.liveLogDirs().size());

            String longer = create(broker, admin, 214);
            String directory = broker.log(longer).dir().getParent();
            // The answer may never come; closing the client waits for it as long.
            admin.deleteTopics(List.of(longer), new DeleteTopicsOptions().timeoutMs(5000));
            Wait.until("its directory is offline", () -> !logs.isLogDirOnline(directory));
            assertEquals(1, logs.liveLogDirs().size());
            assertTrue(new File(directory, longer + "-0").exists(), "the folder keeps its name");
            broker.stop();
        } finally {
            Utils.delete(first);
            Utils.delete(second);
        }
    }
}
