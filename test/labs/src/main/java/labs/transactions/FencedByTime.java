package labs.transactions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import labs.rig.Broker;
import labs.rig.Clients;
import labs.rig.Wait;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.record.RecordBatch;
import org.junit.jupiter.api.Test;

/**
 * Proves sentences of key-implementation/transactions.md:
 *
 * - A timeout: "takes the higher epoch from the marker, on each partition of the transaction."
 * - A timeout: "ends the producer, although no second one exists."
 * - Traps: "If a batch was refused before the call, commitTransaction() throws KafkaException with it as cause."
 */
class FencedByTime {
    private static final String CHECK = "transaction.abort.timed.out.transaction.cleanup.interval.ms";

    @Test
    void aTimeoutRaisesTheEpochAndEndsTheOnlyProducer() throws Exception {
        try (Broker broker = new Broker(Map.of(CHECK, "200"))) {
            String topic = Clients.newTopic(broker, Map.of());
            Map<String, Object> settings = Map.of("transactional.id", "lab", "transaction.timeout.ms", "1000");
            try (KafkaProducer<String, String> producer = Clients.producer(broker.address(), settings)) {
                producer.initTransactions();
                producer.beginTransaction();
                producer.send(new ProducerRecord<>(topic, "value")).get();
                Wait.until("the marker is in the log", () -> broker.log(topic).logEndOffset() == 2);
                List<RecordBatch> batches = new ArrayList<>();
                broker.log(topic).activeSegment().log().batches().forEach(batches::add);
                assertTrue(batches.get(1).isControlBatch());
                assertEquals(batches.get(0).producerEpoch() + 1, batches.get(1).producerEpoch());

                ExecutionException refused =
                        assertThrows(
                                ExecutionException.class, () -> producer.send(new ProducerRecord<>(topic, "late")).get());
                assertTrue(refused.getCause() instanceof ProducerFencedException, refused.toString());
                KafkaException thrown = assertThrows(KafkaException.class, producer::commitTransaction);
                assertFalse(thrown instanceof ProducerFencedException, "a catch for that would miss it");
                assertTrue(thrown.getCause() instanceof ProducerFencedException, thrown.toString());
                assertThrows(KafkaException.class, producer::abortTransaction, "the error is fatal");
            }
        }
    }
}
