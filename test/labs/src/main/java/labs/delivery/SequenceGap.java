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
 * - Duplicates of the last five batches: "The leader remembers, per producer id and partition, the last five batches."
 * - Sequence gaps and epochs: "leaves a gap, or repeats what is no remembered batch"
 */
class SequenceGap {
    private static final long PRODUCER = 4711;
    private final Broker broker = Broker.shared();

    @Test
    void theLeaderRefusesAGapAndAnUnknownProducer() throws Exception {
        String topic = Clients.newTopic(broker, Map.of());
        try (RawConnection connection = new RawConnection(broker.port())) {
            assertEquals(Errors.UNKNOWN_PRODUCER_ID, Produce.batch(connection, topic, PRODUCER, 1).error);
            assertEquals(Errors.NONE, Produce.batch(connection, topic, PRODUCER, 0).error);
            assertEquals(Errors.OUT_OF_ORDER_SEQUENCE_NUMBER, Produce.batch(connection, topic, PRODUCER, 2).error);
            assertEquals(Errors.NONE, Produce.batch(connection, topic, PRODUCER, 1).error);
        }
        assertEquals(2, broker.log(topic).logEndOffset());
    }

    @Test
    void theLastFiveBatchesAreRecognisedAndTheSixthIsNot() throws Exception {
        String topic = Clients.newTopic(broker, Map.of());
        try (RawConnection connection = new RawConnection(broker.port())) {
            for (int sequence = 0; sequence < 6; sequence++) Produce.batch(connection, topic, PRODUCER, sequence);
            PartitionResponse fifth = Produce.batch(connection, topic, PRODUCER, 1);
            assertEquals(Errors.NONE, fifth.error);
            assertEquals(1, fifth.baseOffset, "the offset of the first copy");
            assertEquals(Errors.OUT_OF_ORDER_SEQUENCE_NUMBER, Produce.batch(connection, topic, PRODUCER, 0).error);
        }
        assertEquals(6, broker.log(topic).logEndOffset());
    }
}
