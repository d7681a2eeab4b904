package labs.transactions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import kafka.api.ApiVersion$;
import kafka.log.Log;
import labs.rig.LoneLog;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.record.CompressionType;
import org.apache.kafka.common.record.ControlRecordType;
import org.apache.kafka.common.record.EndTransactionMarker;
import org.apache.kafka.common.record.MemoryRecords;
import org.apache.kafka.common.record.SimpleRecord;
import org.junit.jupiter.api.Test;

/**
 * Proves sentences of key-implementation/transactions.md:
 *
 * - Fencing: "A marker that raises the epoch leaves an entry without batches, which counts as expired"
 * - Fencing: "removes it, and a batch of the old epoch with sequence 0 passes again."
 * - Fencing: "opens a transaction there whether the partition was added or not."
 */
class ForgottenEpoch {
    private static final long PRODUCER = 4711;

    private static void append(Log log, MemoryRecords records, boolean fromClient) {
        log.appendAsLeader(records, 0, fromClient, ApiVersion$.MODULE$.latestVersion());
    }

    /** Appends the first batch of a transaction, of which no coordinator knows. */
    private static void begin(Log log, int epoch) {
        SimpleRecord record = new SimpleRecord(System.currentTimeMillis(), "value".getBytes());
        append(log, MemoryRecords.withTransactionalRecords(CompressionType.NONE, PRODUCER, (short) epoch, 0, record), true);
    }

    private static void abort(Log log, int epoch) {
        EndTransactionMarker marker = new EndTransactionMarker(ControlRecordType.ABORT, 0);
        append(log, MemoryRecords.withEndTransactionMarker(PRODUCER, (short) epoch, marker), false);
    }

    @Test
    void theExpiryOfTheMarkersEntryLetsTheOldEpochInAgain() throws Exception {
        try (LoneLog lone = new LoneLog(Map.of())) {
            Log log = lone.log;
            begin(log, 0);
            assertEquals(0, log.firstUnstableOffset().get().messageOffset(), "a transaction is open");
            abort(log, 1);
            log.onHighWatermarkIncremented(2);
            assertTrue(log.firstUnstableOffset().isEmpty());
            assertThrows(ProducerFencedException.class, () -> begin(log, 0));

            lone.runTasks("PeriodicProducerExpirationCheck");
            begin(log, 0);
            assertEquals(2, log.firstUnstableOffset().get().messageOffset(), "a transaction that nobody will end");
        }
    }
}
