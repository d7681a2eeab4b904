package labs.sessions;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import kafka.server.CachedPartition;
import kafka.server.FetchContext;
import kafka.server.FetchManager;
import kafka.server.FetchSessionCache;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.protocol.Errors;
import org.apache.kafka.common.record.MemoryRecords;
import org.apache.kafka.common.record.Records;
import org.apache.kafka.common.requests.FetchMetadata;
import org.apache.kafka.common.requests.FetchRequest;
import org.apache.kafka.common.requests.FetchResponse;
import org.apache.kafka.common.utils.SystemTime;

/** The fetch sessions of a leader without logs or a network, by a clock that moves only when the lab says so. */
final class Sessions {
    /** What the broker gives the cache; it is no setting. */
    static final int EVICTION_MS = 120_000;

    final FetchSessionCache cache;
    private final FetchManager manager;
    private long now = 1_000_000;

    Sessions(int slots) {
        cache = new FetchSessionCache(slots, EVICTION_MS);
        manager = new FetchManager(
                new SystemTime() {
                    @Override
                    public long milliseconds() {
                        return now;
                    }
                },
                cache);
    }

    void pass(long ms) {
        now += ms;
    }

    static TopicPartition partition(int number) {
        return new TopicPartition("topic", number);
    }

    /** Returns what is asked of so many partitions, from 0 on. */
    static LinkedHashMap<TopicPartition, FetchRequest.PartitionData> wanted(int partitions) {
        LinkedHashMap<TopicPartition, FetchRequest.PartitionData> all = new LinkedHashMap<>();
        for (int number = 0; number < partitions; number++) {
            all.put(partition(number), new FetchRequest.PartitionData(0, 0, 1000, Optional.of(1)));
        }
        return all;
    }

    FetchContext fetch(
            int id, int epoch, LinkedHashMap<TopicPartition, FetchRequest.PartitionData> wanted, boolean follower) {
        return manager.newContext(new FetchMetadata(id, epoch), wanted, new ArrayList<>(), follower);
    }

    /** Answers a full fetch of so many partitions. Returns the session's id, or 0. */
    int open(int partitions, boolean follower) {
        FetchContext context = fetch(FetchMetadata.INVALID_SESSION_ID, FetchMetadata.INITIAL_EPOCH, wanted(partitions), follower);
        return answer(context, 0, Errors.NONE).sessionId();
    }

    /** Sends a fetch in a session that names no partition, and answers it where that is allowed. Returns the error. */
    Errors use(int id, int epoch) {
        return answer(fetch(id, epoch, new LinkedHashMap<>(), false), 0, Errors.NONE).error();
    }

    /** Answers with this high watermark and error, and no records, for each partition that the fetch covers. */
    static FetchResponse<Records> answer(FetchContext context, long highWatermark, Errors error) {
        LinkedHashMap<TopicPartition, FetchResponse.PartitionData<Records>> data = new LinkedHashMap<>();
        for (TopicPartition partition : covered(context)) data.put(partition, result(highWatermark, error));
        return context.updateAndGenerateResponseData(data);
    }

    static FetchResponse.PartitionData<Records> result(long highWatermark, Errors error) {
        return new FetchResponse.PartitionData<>(error, highWatermark, highWatermark, 0, null, MemoryRecords.EMPTY);
    }

    /** Returns the partitions that are read for a fetch, in the order of the reads. */
    static List<TopicPartition> covered(FetchContext context) {
        List<TopicPartition> partitions = new ArrayList<>();
        context.foreachPartition(
                (partition, asked) -> {
                    partitions.add(partition);
                    return scala.runtime.BoxedUnit.UNIT;
                });
        return partitions;
    }

    boolean has(int id) {
        return cache.get(id).isDefined();
    }

    /** Returns the partitions of a session, in its order. */
    List<Integer> partitionsOf(int id) {
        List<Integer> numbers = new ArrayList<>();
        for (CachedPartition partition : cache.get(id).get().partitionMap()) numbers.add(partition.partition());
        return numbers;
    }
}
