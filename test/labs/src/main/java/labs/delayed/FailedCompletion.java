package labs.delayed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.atomic.AtomicInteger;
import kafka.server.DelayedOperationPurgatory;
import org.junit.jupiter.api.Test;

/**
 * Proves sentences of key-implementation/delayed-operations.md:
 *
 * - Failure and recovery: "operations behind in the list aren't tried, and the completed one is never answered."
 * - Once only: "and if onComplete throws, nobody tries again."
 */
class FailedCompletion {
    private static final long LONG_MS = 600_000;

    @Test
    void anExceptionInACompletionLeavesThroughTheEvent() {
        DelayedOperationPurgatory<Waiting> purgatory = Waiting.purgatory("Failed", 1000, false);
        try {
            AtomicInteger runs = new AtomicInteger();
            Runnable fails =
                    () -> {
                        runs.incrementAndGet();
                        throw new IllegalStateException("no answer");
                    };
            Waiting failing = new Waiting(LONG_MS, null, fails);
            Waiting behind = new Waiting(LONG_MS);
            for (Waiting one : new Waiting[] {failing, behind}) {
                assertFalse(purgatory.tryCompleteElseWatch(one, Waiting.keys(1)));
                one.conditionMet = true;
            }
            assertThrows(IllegalStateException.class, () -> purgatory.checkAndComplete(Waiting.key(0)));
            assertTrue(failing.isCompleted(), "it counts as completed");
            assertFalse(behind.isCompleted());

            assertEquals(1, purgatory.checkAndComplete(Waiting.key(0)), "the next event comes to the other");
            assertTrue(behind.isCompleted());
            assertEquals(1, runs.get(), "the failed one isn't run again");
        } finally {
            purgatory.shutdown();
        }
    }
}
