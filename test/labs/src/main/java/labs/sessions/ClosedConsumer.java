package labs.sessions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import labs.rig.Broker;
import labs.rig.Clients;
import labs.rig.Fetch;
import labs.rig.RawConnection;
import labs.rig.Wait;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.record.MemoryRecords;
import org.apache.kafka.common.requests.FetchMetadata;
import org.apache.kafka.common.requests.FetchResponse;
import org.junit.jupiter.api.Test;

/**
 * Proves sentences of key-implementation/fetch-sessions.md:
 *
 * - The end of a session: "sends nothing: the sessions of a closed consumer stay until"
 * - A new session: "If no slot is free and none can be freed, the id is 0, the answer complete, and the next fetch full again."
 */
class ClosedConsumer {
    /** Reads one record, and closes. */
    private static void consume(Broker broker, String topic) {
        try (KafkaConsumer<String, String> consumer = Clients.consumer(broker.address(), Map.of())) {
            TopicPartition partition = new TopicPartition(topic, 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            Wait.until("it has read", () -> !consumer.poll(Duration.ofMillis(200)).isEmpty());
        }
    }

    /** Sends a full fetch that asks for a session. */
    private static FetchResponse<MemoryRecords> fetch(RawConnection connection, String topic) throws IOException {
        return connection.ask(ApiKeys.FETCH, Fetch.request(topic, 0, 1000).metadata(FetchMetadata.INITIAL));
    }

    @Test
    void theSessionOfAClosedConsumerKeepsItsSlot() throws Exception {
        try (Broker broker = new Broker(Map.of("max.incremental.fetch.session.cache.slots", "2"))) {
            String topic = Clients.newTopic(broker, Map.of());
            try (KafkaProducer<String, String> producer = Clients.producer(broker.address(), Map.of())) {
                producer.send(new ProducerRecord<>(topic, "value")).get();
            }
            consume(broker, topic);
            try (RawConnection connection = new RawConnection(broker.port())) {
                int second = fetch(connection, topic).sessionId();
                assertNotEquals(FetchMetadata.INVALID_SESSION_ID, second, "one slot is free");
                var third = fetch(connection, topic);
                assertEquals(FetchMetadata.INVALID_SESSION_ID, third.sessionId(), "the consumer has the other");
                var partition = third.responseData().get(new TopicPartition(topic, 0));
                assertNotEquals(0, partition.records.sizeInBytes(), "the answer is complete");
            }
        }
    }
}
