package labs.network;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import kafka.log.Log;
import labs.rig.Broker;
import labs.rig.Clients;
import labs.rig.Produce;
import labs.rig.RawConnection;
import labs.rig.Wait;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.record.CompressionType;
import org.apache.kafka.common.record.MemoryRecords;
import org.apache.kafka.common.record.SimpleRecord;
import org.apache.kafka.common.requests.ApiVersionsRequest;
import org.junit.jupiter.api.Test;

/**
 * Proves a sentence of key-implementation/network-layer.md:
 *
 * - A request, step by step: "waits while that is full; none of the processor's connections moves meanwhile."
 */
class FullQueue {
    private static final Map<String, String> ONE_OF_EACH =
            Map.of("num.io.threads", "1", "num.network.threads", "1", "queued.max.requests", "1");

    @Test
    void aFullRequestQueueStopsTheNetworkThread() throws Exception {
        try (Broker broker = new Broker(ONE_OF_EACH)) {
            String topic = Clients.newTopic(broker, Map.of());
            try (RawConnection handled = new RawConnection(broker.port());
                    RawConnection queued = new RawConnection(broker.port());
                    RawConnection waiting = new RawConnection(broker.port());
                    RawConnection other = new RawConnection(broker.port())) {
                CompletableFuture<Integer> answered;
                synchronized (lockOf(broker.log(topic))) {
                    // The only handler stops in this append, the next request fills the queue, and the third finds it full.
                    for (RawConnection connection : new RawConnection[] {handled, queued, waiting}) produce(connection, topic);
                    Wait.until("the network thread waits for the queue", FullQueue::isANetworkThreadWaiting);
                    answered = CompletableFuture.supplyAsync(() -> askForVersions(other));
                    assertThrows(TimeoutException.class, () -> answered.get(500, TimeUnit.MILLISECONDS));
                }
                assertTrue(answered.get(10, TimeUnit.SECONDS) > 0);
                Wait.until("all have been appended", () -> broker.log(topic).logEndOffset() == 3);
            }
        }
    }

    private static Object lockOf(Log log) throws ReflectiveOperationException {
        Field lock = Log.class.getDeclaredField("lock");
        lock.setAccessible(true);
        return lock.get(log);
    }

    private static void produce(RawConnection connection, String topic) throws Exception {
        MemoryRecords records = MemoryRecords.withRecords(CompressionType.NONE, new SimpleRecord("value".getBytes()));
        connection.send(ApiKeys.PRODUCE, Produce.request(topic, records), ApiKeys.PRODUCE.latestVersion());
    }

    private static boolean isANetworkThreadWaiting() {
        return Thread.getAllStackTraces().entrySet().stream()
                .filter(thread -> thread.getKey().getName().startsWith("data-plane-kafka-network-thread-0-ListenerName(DIRECT)"))
                .anyMatch(thread -> Arrays.stream(thread.getValue()).anyMatch(FullQueue::isPut));
    }

    private static boolean isPut(StackTraceElement frame) {
        return frame.getClassName().equals(ArrayBlockingQueue.class.getName()) && frame.getMethodName().equals("put");
    }

    private static int askForVersions(RawConnection connection) {
        try {
            connection.send(ApiKeys.API_VERSIONS, new ApiVersionsRequest.Builder(), (short) 0);
            return connection.receiveFrame().remaining();
        } catch (Exception error) {
            throw new IllegalStateException(error);
        }
    }
}
