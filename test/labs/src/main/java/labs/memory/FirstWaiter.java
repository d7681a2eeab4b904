package labs.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import labs.rig.Wait;
import org.apache.kafka.clients.producer.internals.BufferPool;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.metrics.Metrics;
import org.apache.kafka.common.utils.Time;
import org.junit.jupiter.api.Test;

/**
 * Proves sentences of core-design/producer-memory.md:
 *
 * - Memory: "It keeps what it gets in pieces (a partial reservation) and puts it back if it times out or is interrupted."
 * - Memory: "That makes it fair among the waiters."
 * - Less obvious: "A batch bigger than batch.size (one big record) gets a buffer of its own size, which is never pooled"
 */
class FirstWaiter {
    private static final int BATCH = 1000;
    private static final int LONG_MS = 60_000;
    private static final Executor NEW_THREAD = task -> new Thread(task, "labs-waiter").start();
    private final BufferPool pool = new BufferPool(3 * BATCH, BATCH, new Metrics(), Time.SYSTEM, "lab");

    private ByteBuffer allocate(int size, long ms) {
        try {
            return pool.allocate(size, ms);
        } catch (InterruptedException error) {
            throw new AssertionError(error);
        }
    }

    /** Begins to wait for memory on a thread of its own, behind those that wait already. */
    private CompletableFuture<ByteBuffer> waitFor(int size, long ms) {
        int before = pool.queued();
        CompletableFuture<ByteBuffer> buffer = CompletableFuture.supplyAsync(() -> allocate(size, ms), NEW_THREAD);
        Wait.until("the thread waits", () -> pool.queued() > before);
        return buffer;
    }

    @Test
    void whatIsGivenBackGoesToTheFirstWaiterThoughItIsEnoughForTheSecond() throws Exception {
        ByteBuffer[] held = {allocate(BATCH, 0), allocate(BATCH, 0), allocate(BATCH, 0)};
        CompletableFuture<ByteBuffer> big = waitFor(2 * BATCH, LONG_MS);
        CompletableFuture<ByteBuffer> small = waitFor(BATCH, LONG_MS);
        pool.deallocate(held[0]);
        Wait.until("the first waiter has its piece", () -> pool.availableMemory() == 0);
        assertEquals(2, pool.queued(), "both still wait");
        pool.deallocate(held[1]);
        assertEquals(2 * BATCH, big.get().capacity());
        assertTrue(!small.isDone(), "the second one waits on");
        pool.deallocate(held[2]);
        assertEquals(BATCH, small.get().capacity());
    }

    @Test
    void aWaiterThatTimesOutPutsItsPieceBackForTheNextOne() throws Exception {
        ByteBuffer[] held = {allocate(BATCH, 0), allocate(BATCH, 0), allocate(BATCH, 0)};
        CompletableFuture<ByteBuffer> big = waitFor(2 * BATCH, 3000);
        CompletableFuture<ByteBuffer> small = waitFor(BATCH, LONG_MS);
        pool.deallocate(held[0]);
        Wait.until("the first waiter has its piece", () -> pool.availableMemory() == 0);
        assertInstanceOf(TimeoutException.class, assertThrows(ExecutionException.class, big::get).getCause());
        assertEquals(BATCH, small.get().capacity());
        assertEquals(0, pool.availableMemory());
    }

    @Test
    void onlyBuffersOfTheBatchSizeAreKept() {
        pool.deallocate(allocate(BATCH, 0));
        assertEquals(BATCH, pool.availableMemory() - pool.unallocatedMemory(), "one buffer lies in the list");
        ByteBuffer big = allocate(2 * BATCH + 1, 0);
        assertEquals(2 * BATCH + 1, big.capacity());
        pool.deallocate(big);
        assertEquals(3 * BATCH, pool.unallocatedMemory(), "the list is empty: the big one drove the kept one out");
    }
}
