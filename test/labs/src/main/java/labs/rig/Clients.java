package labs.rig;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.AdminClient;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Makes the clients and topics that labs need. */
public final class Clients {
    private static final AtomicInteger topics = new AtomicInteger();

    private Clients() {}

    public static AdminClient admin(Broker broker) {
        return AdminClient.create(Map.of("bootstrap.servers", broker.address()));
    }

    /** Makes a new topic of one partition and one replica. Returns its name, which no other has. */
    public static String newTopic(Broker broker, Map<String, String> settings) throws Exception {
        return newTopic(broker, 1, settings);
    }

    public static String newTopic(Broker broker, int partitions, Map<String, String> settings) throws Exception {
        String name = "topic-" + topics.incrementAndGet();
        try (AdminClient admin = admin(broker)) {
            NewTopic topic = new NewTopic(name, partitions, (short) 1).configs(settings);
            admin.createTopics(List.of(topic)).all().get();
        }
        awaitLeaders(broker, name);
        return name;
    }

    /** Waits until this broker knows a leader of each partition, as after its restart. */
    public static void awaitLeaders(Broker broker, String topic) {
        try (AdminClient admin = admin(broker)) {
            Wait.until("the topic has leaders", () -> hasLeaders(admin, topic));
        }
    }

    private static boolean hasLeaders(AdminClient admin, String name) {
        try {
            var topic = admin.describeTopics(List.of(name)).all().get().get(name);
            return topic.partitions().stream().allMatch(partition -> partition.leader() != null);
        } catch (Exception notYet) {
            return false;
        }
    }

    public static KafkaProducer<String, String> producer(String address, Map<String, Object> settings) {
        return new KafkaProducer<>(with(address, settings), new StringSerializer(), new StringSerializer());
    }

    public static KafkaConsumer<String, String> consumer(String address, Map<String, Object> settings) {
        return new KafkaConsumer<>(with(address, settings), new StringDeserializer(), new StringDeserializer());
    }

    private static Map<String, Object> with(String address, Map<String, Object> settings) {
        Map<String, Object> all = new HashMap<>(settings);
        all.put("bootstrap.servers", address);
        return all;
    }

    /** Reads all that a consumer sees of a topic's only partition, from its beginning to the high watermark. */
    public static List<ConsumerRecord<String, String>> recordsOf(Broker broker, String topic) {
        List<ConsumerRecord<String, String>> records = new ArrayList<>();
        TopicPartition partition = new TopicPartition(topic, 0);
        try (KafkaConsumer<String, String> consumer = consumer(broker.address(), Map.of())) {
            consumer.assign(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).get(partition);
            consumer.seekToBeginning(List.of(partition));
            while (consumer.position(partition) < end) consumer.poll(Duration.ofMillis(200)).forEach(records::add);
        }
        return records;
    }
}
