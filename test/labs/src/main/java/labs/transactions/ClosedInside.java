package labs.transactions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import kafka.log.Log;
import labs.rig.Broker;
import labs.rig.Clients;
import labs.rig.Wait;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

/**
 * Proves sentences of key-implementation/transactions.md:
 *
 * - Failure and recovery: "doesn't end it; its successor's initTransactions(), or the timeout, aborts."
 * - Five questions: "raises it to abort, InitProducerId again: the fencing epoch goes to nobody."
 */
class ClosedInside {
    private final Broker broker = Broker.shared();

    private KafkaProducer<String, String> producer(String topic) {
        return Clients.producer(broker.address(), Map.of("transactional.id", topic));
    }

    private long readableTo(String topic) {
        TopicPartition partition = new TopicPartition(topic, 0);
        Map<String, Object> settings = Map.of("isolation.level", "read_committed");
        try (KafkaConsumer<String, String> consumer = Clients.consumer(broker.address(), settings)) {
            return consumer.endOffsets(List.of(partition)).get(partition);
        }
    }

    @Test
    void aTransactionOutlivesItsClosedProducerUntilTheNextOneBegins() throws Exception {
        String topic = Clients.newTopic(broker, Map.of());
        Log log = broker.log(topic);
        try (KafkaProducer<String, String> producer = producer(topic)) {
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(new ProducerRecord<>(topic, "value")).get();
        }
        assertEquals(0, readableTo(topic), "the transaction is still open");
        assertEquals(1, log.logEndOffset());
        int first = lastEpoch(log);

        try (KafkaProducer<String, String> successor = producer(topic)) {
            successor.initTransactions();
            Wait.until("it has been aborted", () -> readableTo(topic) == 2);
            assertEquals(first + 1, lastEpoch(log), "the marker has the fencing epoch");
            successor.beginTransaction();
            successor.send(new ProducerRecord<>(topic, "value")).get();
            assertEquals(first + 2, lastEpoch(log));
            successor.abortTransaction();
        }
        assertTrue(log.logEndOffset() >= 3);
    }

    private static int lastEpoch(Log log) {
        int[] epoch = {-1};
        log.activeSegment().log().batches().forEach(batch -> epoch[0] = batch.producerEpoch());
        return epoch[0];
    }
}
