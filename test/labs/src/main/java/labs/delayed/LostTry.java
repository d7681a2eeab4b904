package labs.delayed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.ReentrantLock;
import kafka.server.DelayedOperationPurgatory;
import org.junit.jupiter.api.Test;

/**
 * Proves sentences of key-implementation/delayed-operations.md:
 *
 * - The lock: "A handler that holds the group's lock for a heartbeat doesn't look at the flag."
 * - A lost try: "allows a second attempt, which fails too if the lock is still held."
 * - A lost try: "repairs it at the next move of that partition's high watermark."
 */
class LostTry {
    private static final long LONG_MS = 600_000;

    /** A thread that takes a lock for work of its own, as a heartbeat does, and gives it back when told to. */
    private static Thread holder(ReentrantLock lock, CountDownLatch taken, CountDownLatch release) {
        Thread thread =
                new Thread(
                        () -> {
                            lock.lock();
                            try {
                                taken.countDown();
                                release.await();
                            } catch (InterruptedException error) {
                                throw new IllegalStateException(error);
                            } finally {
                                lock.unlock();
                            }
                        });
        thread.start();
        return thread;
    }

    @Test
    void anEventThatMeetsAHeldLockFromOutsideIsLostUntilTheNextOne() throws Exception {
        DelayedOperationPurgatory<Waiting> purgatory = Waiting.purgatory("LostTry", 1000, false);
        try {
            ReentrantLock lock = new ReentrantLock();
            Waiting commit = new Waiting(LONG_MS, lock, () -> {});
            assertFalse(purgatory.tryCompleteElseWatch(commit, Waiting.keys(1)));
            CountDownLatch taken = new CountDownLatch(1);
            CountDownLatch release = new CountDownLatch(1);
            Thread heartbeat = holder(lock, taken, release);
            taken.await();

            commit.conditionMet = true;
            assertEquals(0, purgatory.checkAndComplete(Waiting.key(0)), "the event finds the lock held");
            release.countDown();
            heartbeat.join();
            assertFalse(lock.isLocked());
            assertFalse(commit.isCompleted(), "the holder didn't try when it gave the lock back");
            assertEquals(1, purgatory.delayed());

            assertEquals(1, purgatory.checkAndComplete(Waiting.key(0)), "the next event completes it");
            assertTrue(commit.isCompleted());
        } finally {
            purgatory.shutdown();
        }
    }
}
