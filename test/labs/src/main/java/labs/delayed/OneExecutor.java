package labs.delayed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CountDownLatch;
import kafka.server.DelayedOperationPurgatory;
import labs.rig.LogLines;
import labs.rig.Wait;
import org.apache.log4j.Level;
import org.junit.jupiter.api.Test;

/**
 * Proves sentences of key-implementation/delayed-operations.md:
 *
 * - Expiry: "An operation handed to the executor is out of the timer and no longer in NumDelayedOperations."
 * - Expiry: "runs after onComplete, not instead of it."
 * - Failure and recovery: "keeps the exception in a future that nobody reads: no log line, no answer"
 */
class OneExecutor {
    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException error) {
            throw new IllegalStateException(error);
        }
    }

    @Test
    void anOperationThatQueuesForTheExecutorIsNotCountedAnyMore() {
        CountDownLatch release = new CountDownLatch(1);
        DelayedOperationPurgatory<Waiting> purgatory = Waiting.purgatory("Queued", 1000, true);
        try {
            Waiting slow = new Waiting(1, null, () -> await(release));
            Waiting behind = new Waiting(2);
            purgatory.tryCompleteElseWatch(slow, Waiting.keys(1));
            Wait.until("the executor is busy", slow::isCompleted);
            purgatory.tryCompleteElseWatch(behind, Waiting.keys(1));
            Wait.until("the other has left the timer", () -> purgatory.delayed() == 0);
            assertFalse(behind.isCompleted(), "it has expired, and still waits");
            assertFalse(slow.expired, "the expiry isn't told while onComplete runs");
            release.countDown();
            Wait.until("the executor comes to it", () -> behind.expired);
            assertTrue(slow.expired && behind.isCompleted());
        } finally {
            release.countDown();
            purgatory.shutdown();
        }
    }

    @Test
    void anExceptionOnExpiryLeavesNoTrace() {
        String name = "Silent";
        Runnable fails =
                () -> {
                    throw new IllegalStateException(name);
                };
        DelayedOperationPurgatory<Waiting> purgatory = Waiting.purgatory(name, 1000, true);
        try (LogLines broker = new LogLines("kafka", Level.WARN);
                // A thread of Kafka's that dies of an exception says so here.
                LogLines threads = new LogLines("org.apache.kafka", Level.WARN)) {
            Waiting failing = new Waiting(1, null, fails);
            purgatory.tryCompleteElseWatch(failing, Waiting.keys(1));
            Wait.until("it has expired", failing::isCompleted);
            Waiting next = new Waiting(1);
            purgatory.tryCompleteElseWatch(next, Waiting.keys(1));
            Wait.until("the executor goes on", () -> next.expired);
            assertFalse(failing.expired, "the exception ended its run");
            assertFalse(broker.have(name) || threads.have(name), broker + "\n" + threads);
            assertEquals(0, purgatory.delayed());
        } finally {
            purgatory.shutdown();
        }
    }
}
