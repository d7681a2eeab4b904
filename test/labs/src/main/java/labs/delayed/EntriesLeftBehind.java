package labs.delayed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import kafka.server.DelayedOperationPurgatory;
import org.junit.jupiter.api.Test;

/**
 * Proves sentences of key-implementation/delayed-operations.md:
 *
 * - Cleaning: "stays in 99 lists until an event for that partition, or a purge."
 * - Cleaning: "purges when more operations than the interval have ended since the last purge"
 * - Cancelling: "removes the key with its list and takes the operations out of the timer without completing them."
 */
class EntriesLeftBehind {
    private static final long LONG_MS = 600_000;
    private static final int NO_WAIT = 0;

    private static void complete(DelayedOperationPurgatory<Waiting> purgatory, int keys) {
        Waiting fetch = new Waiting(LONG_MS);
        assertFalse(purgatory.tryCompleteElseWatch(fetch, Waiting.keys(keys)));
        fetch.conditionMet = true;
        assertEquals(1, purgatory.checkAndComplete(Waiting.key(0)));
    }

    @Test
    void aCompletedOperationOfManyKeysStaysInTheListsOfTheOthers() {
        DelayedOperationPurgatory<Waiting> purgatory = Waiting.purgatory("Left", 2, false);
        try {
            complete(purgatory, 100);
            assertEquals(99, purgatory.watched());
            assertEquals(0, purgatory.delayed());
            assertEquals(0, purgatory.checkAndComplete(Waiting.key(1)), "an event for another key completes nothing");
            assertEquals(98, purgatory.watched(), "but takes the entry away");

            complete(purgatory, 1);
            purgatory.advanceClock(NO_WAIT);
            assertEquals(98, purgatory.watched(), "two operations have ended, no more than the interval");
            complete(purgatory, 1);
            purgatory.advanceClock(NO_WAIT);
            assertEquals(0, purgatory.watched(), "the third makes the purge");
        } finally {
            purgatory.shutdown();
        }
    }

    @Test
    void aCancelledOperationIsNeitherWatchedNorTimedNorCompleted() {
        DelayedOperationPurgatory<Waiting> purgatory = Waiting.purgatory("Cancelled", 1000, false);
        try {
            Waiting marker = new Waiting(LONG_MS);
            assertFalse(purgatory.tryCompleteElseWatch(marker, Waiting.keys(1)));
            assertEquals(1, purgatory.delayed());
            assertTrue(purgatory.cancelForKey(Waiting.key(0)).contains(marker));
            assertEquals(0, purgatory.delayed());
            assertEquals(0, purgatory.watched());
            marker.conditionMet = true;
            assertEquals(0, purgatory.checkAndComplete(Waiting.key(0)), "no event finds it any more");
            assertFalse(marker.isCompleted());
        } finally {
            purgatory.shutdown();
        }
    }
}
