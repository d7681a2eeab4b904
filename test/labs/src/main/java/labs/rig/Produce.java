package labs.rig;

import java.io.IOException;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.record.CompressionType;
import org.apache.kafka.common.record.MemoryRecords;
import org.apache.kafka.common.record.SimpleRecord;
import org.apache.kafka.common.requests.ProduceRequest;
import org.apache.kafka.common.requests.ProduceResponse;
import org.apache.kafka.common.requests.ProduceResponse.PartitionResponse;

/** Sends single produce requests to partition 0 of a topic. */
public final class Produce {
    private static final int TIMEOUT_MS = 10_000;

    private Produce() {}

    /** Sends one record as a batch of an idempotent producer with epoch 0. Returns the broker's answer. */
    public static PartitionResponse batch(RawConnection to, String topic, long producerId, int sequence) throws IOException {
        // Without a timestamp the producer would count as expired when its state is loaded.
        SimpleRecord record = new SimpleRecord(System.currentTimeMillis(), "value".getBytes());
        short epoch = 0;
        MemoryRecords records =
                MemoryRecords.withIdempotentRecords(CompressionType.NONE, producerId, epoch, sequence, record);
        return records(to, topic, records);
    }

    /** Sends records with acks=all. Returns the broker's answer. */
    public static PartitionResponse records(RawConnection to, String topic, MemoryRecords records) throws IOException {
        return ask(to, topic, records).responses().get(new TopicPartition(topic, 0));
    }

    public static ProduceResponse ask(RawConnection to, String topic, MemoryRecords records) throws IOException {
        return to.ask(ApiKeys.PRODUCE, request(topic, records));
    }

    public static ProduceRequest.Builder request(String topic, MemoryRecords records) {
        return ProduceRequest.Builder.forCurrentMagic((short) -1, TIMEOUT_MS, Map.of(new TopicPartition(topic, 0), records));
    }
}
