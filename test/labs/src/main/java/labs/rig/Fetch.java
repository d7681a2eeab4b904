package labs.rig;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.record.MemoryRecords;
import org.apache.kafka.common.requests.FetchRequest;
import org.apache.kafka.common.requests.FetchResponse;

/** Sends single fetches of partition 0 of a topic, from offset 0. */
public final class Fetch {
    private Fetch() {}

    public static FetchResponse<MemoryRecords> ask(RawConnection to, String topic, int version, int maxBytes) throws IOException {
        return to.ask(ApiKeys.FETCH, request(topic, 0, maxBytes), (short) version);
    }

    public static FetchResponse.PartitionData<MemoryRecords> partition(RawConnection to, String topic, int version, int maxBytes)
            throws IOException {
        return ask(to, topic, version, maxBytes).responseData().get(new TopicPartition(topic, 0));
    }

    /** @param maxWaitMs above 0: the broker waits so long for more bytes than there are */
    public static FetchRequest.Builder request(String topic, int maxWaitMs, int maxBytes) {
        FetchRequest.PartitionData wanted = new FetchRequest.PartitionData(0, 0, maxBytes, Optional.empty());
        Map<TopicPartition, FetchRequest.PartitionData> partitions = new LinkedHashMap<>();
        partitions.put(new TopicPartition(topic, 0), wanted);
        return FetchRequest.Builder.forConsumer(maxWaitMs, maxWaitMs > 0 ? Integer.MAX_VALUE : 0, partitions);
    }
}
