package labs.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import labs.rig.Broker;
import labs.rig.Clients;
import labs.rig.LogLines;
import labs.rig.Wait;
import org.apache.kafka.clients.NetworkClient;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.clients.producer.internals.ProducerBatch;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.log4j.Level;
import org.junit.jupiter.api.Test;

/**
 * Proves sentences of core-design/delivery-semantics.md:
 *
 * - Traps: "If it had been appended, a later batch gets its number: with as many records it passes for a duplicate
 *   (acknowledged, not written)"
 * - Traps: "if the broker acknowledges a batch that has expired, that is only logged, at DEBUG."
 */
class LateAnswer {
    private final Broker broker = Broker.shared();

    private static void fails(Future<RecordMetadata> future) {
        ExecutionException failure = assertThrows(ExecutionException.class, future::get);
        assertInstanceOf(TimeoutException.class, failure.getCause());
    }

    @Test
    void aBatchThatFollowsALateErrorPassesForADuplicate() throws Exception {
        String topic = Clients.newTopic(broker, Map.of());
        Map<String, Object> settings =
                Map.of(
                        "enable.idempotence", true,
                        "delivery.timeout.ms", 1000,
                        "request.timeout.ms", 1000,
                        "max.in.flight.requests.per.connection", 1);
        try (LogLines client = new LogLines(NetworkClient.class, Level.DEBUG);
                KafkaProducer<String, String> producer = Clients.producer(broker.wiredAddress(), settings)) {
            String other = Clients.newTopic(broker, Map.of());
            producer.partitionsFor(topic);
            broker.wire.holdAnswers(ApiKeys.PRODUCE);
            Future<RecordMetadata> before = producer.send(new ProducerRecord<>(other, "value"));
            Wait.until("the request before it is in flight", () -> broker.wire.requests(ApiKeys.PRODUCE) == 1);
            Future<RecordMetadata> first = producer.send(new ProducerRecord<>(topic, "first"));
            // The batch waits in its queue, so that its time is over before that of its request.
            Thread.sleep(400);
            broker.wire.letOneThrough(ApiKeys.PRODUCE);
            before.get();
            fails(first);
            String timedOut = "Disconnecting from node 0 due to request timeout";
            Wait.until("the request has ended with an error", () -> client.have(timedOut));
            broker.wire.release();
            assertEquals(1, broker.log(topic).logEndOffset(), "the first record is in the log");
            long offset = producer.send(new ProducerRecord<>(topic, "second")).get().offset();
            assertEquals(0, offset, "the second record is acknowledged with the first one's offset");
        }
        assertEquals("first", Clients.recordsOf(broker, topic).get(0).value());
        assertEquals(1, broker.log(topic).logEndOffset());
    }

    @Test
    void aLateSuccessIsOnlyLogged() throws Exception {
        String topic = Clients.newTopic(broker, Map.of());
        Map<String, Object> settings = Map.of("delivery.timeout.ms", 1000, "request.timeout.ms", 1000);
        try (LogLines lines = new LogLines(ProducerBatch.class, Level.DEBUG);
                KafkaProducer<String, String> producer = Clients.producer(broker.wiredAddress(), settings)) {
            broker.wire.holdAnswers(ApiKeys.PRODUCE);
            Future<RecordMetadata> future = producer.send(new ProducerRecord<>(topic, "value"));
            Wait.until("the first request is in flight", () -> broker.wire.requests(ApiKeys.PRODUCE) == 1);
            Thread.sleep(200);
            // The batch is sent again, by a request whose time is over later than that of the batch.
            broker.wire.loseHeld();
            fails(future);
            broker.wire.release();
            Wait.until("the late success is logged", () -> lines.have("had already been FAILED"));
        }
    }
}
