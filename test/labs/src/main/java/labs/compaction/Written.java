package labs.compaction;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import labs.rig.Broker;
import labs.rig.Clients;
import org.apache.kafka.clients.admin.AdminClient;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;

/** Writes to compacted topics, each record into a segment of its own, and tells what is in them. */
final class Written {
    private final Broker broker;
    private final Map<String, String> settings;
    final String topic;

    Written(Broker broker, Map<String, String> settings) throws Exception {
        this.broker = broker;
        this.settings = settings;
        topic = Clients.newTopic(broker, settings);
    }

    /** The settings of a topic with a segment for each record, which is compacted as soon as there is anything to clean. */
    static Map<String, String> compacted(String deleteRetentionMs) {
        return Map.of(
                "cleanup.policy", "compact",
                "segment.bytes", "80",
                "min.cleanable.dirty.ratio", "0.01",
                "delete.retention.ms", deleteRetentionMs);
    }

    /** Lets the cleaner begin now, where the topic was made with a ratio of 1, which no log exceeds. */
    void cleanFromNowOn() throws Exception {
        Map<String, String> all = new HashMap<>(settings);
        all.put("min.cleanable.dirty.ratio", "0.01");
        List<ConfigEntry> entries =
                all.entrySet().stream().map(one -> new ConfigEntry(one.getKey(), one.getValue())).collect(Collectors.toList());
        try (AdminClient admin = Clients.admin(broker)) {
            ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
            admin.alterConfigs(Map.of(resource, new Config(entries))).all().get();
        }
    }

    /** Appends a record to the log, as `key=value`, or `key` alone for a tombstone. */
    void write(String... records) throws Exception {
        try (KafkaProducer<String, String> producer = Clients.producer(broker.address(), Map.of())) {
            for (String record : records) {
                String[] parts = record.split("=");
                producer.send(new ProducerRecord<>(topic, parts[0], parts.length > 1 ? parts[1] : null)).get();
            }
        }
    }

    /** Returns what a consumer reads from the beginning, as `offset:key=value` or `offset:key`. */
    List<String> read() {
        return Clients.recordsOf(broker, topic).stream()
                .map(record -> record.offset() + ":" + record.key() + (record.value() == null ? "" : "=" + record.value()))
                .collect(Collectors.toList());
    }
}
