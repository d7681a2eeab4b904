package labs.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import labs.rig.Broker;
import labs.rig.Clients;
import labs.rig.Produce;
import labs.rig.RawConnection;
import org.apache.kafka.common.protocol.Errors;
import org.apache.kafka.common.requests.ProduceResponse.PartitionResponse;
import org.junit.jupiter.api.Test;

/**
 * Proves sentences of core-design/delivery-semantics.md:
 *
 * - Failure and recovery: "its snapshot knows one batch per producer. If two were appended and both answers lost, the
 *   retry of the first gets OUT_OF_ORDER_SEQUENCE_NUMBER though it is in the log"
 */
class CleanRestart {
    private static final long PRODUCER = 4711;

    @Test
    void afterACleanRestartOnlyTheLastBatchOfAProducerIsRecognised() throws Exception {
        try (Broker broker = new Broker(Map.of())) {
            String topic = Clients.newTopic(broker, Map.of());
            try (RawConnection connection = new RawConnection(broker.port())) {
                for (int sequence = 0; sequence < 2; sequence++) Produce.batch(connection, topic, PRODUCER, sequence);
                assertEquals(Errors.NONE, Produce.batch(connection, topic, PRODUCER, 0).error, "before the restart");
            }
            broker.stop();
            broker.restart();
            Clients.awaitLeaders(broker, topic);
            try (RawConnection connection = new RawConnection(broker.port())) {
                assertEquals(Errors.OUT_OF_ORDER_SEQUENCE_NUMBER, Produce.batch(connection, topic, PRODUCER, 0).error);
                PartitionResponse last = Produce.batch(connection, topic, PRODUCER, 1);
                assertEquals(Errors.NONE, last.error);
                assertEquals(1, last.baseOffset, "the offset of the first copy");
            }
            assertEquals(2, broker.log(topic).logEndOffset());
        }
    }
}
