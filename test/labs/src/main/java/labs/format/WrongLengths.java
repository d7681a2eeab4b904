package labs.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.File;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.util.Map;
import kafka.api.ApiVersion;
import kafka.api.ApiVersion$;
import kafka.log.Log;
import labs.rig.LoneLog;
import org.apache.kafka.common.protocol.Errors;
import org.apache.kafka.common.record.CompressionType;
import org.apache.kafka.common.record.MemoryRecords;
import org.apache.kafka.common.record.RecordBatch;
import org.apache.kafka.common.record.Records;
import org.apache.kafka.common.record.SimpleRecord;
import org.apache.kafka.common.utils.Crc32C;
import org.junit.jupiter.api.Test;
import scala.Option;

/**
 * Proves sentences of key-implementation/message-format.md:
 *
 * - Traps: "If it isn't the last one, the leader fails with a NullPointerException, and the client gets
 *   UNKNOWN_SERVER_ERROR."
 * - Traps: "goes on with the next: records are skipped without an error. In the last segment the consumer gets empty
 *   responses."
 */
class WrongLengths {
    private static final int LENGTH_AT = 8;
    private static final int CRC_AT = 17;
    private static final int ATTRIBUTES_AT = 21;
    private static final int RECORDS_AT = 61;
    /** The largest length of a record that one byte can name: 63, as a zigzag number. */
    private static final byte TOO_LONG = 126;

    @Test
    void aRecordThatIsLongerThanItsBatchMakesTheLeaderFail() throws Exception {
        SimpleRecord[] records = {new SimpleRecord("a".getBytes()), new SimpleRecord("b".getBytes())};
        ByteBuffer bytes = MemoryRecords.withRecords(CompressionType.NONE, records).buffer();
        bytes.put(RECORDS_AT, TOO_LONG);
        bytes.putInt(CRC_AT, (int) Crc32C.compute(bytes, ATTRIBUTES_AT, bytes.limit() - ATTRIBUTES_AT));
        MemoryRecords damaged = MemoryRecords.readableRecords(bytes);
        ApiVersion version = ApiVersion$.MODULE$.latestVersion();
        try (LoneLog lone = new LoneLog(Map.of())) {
            Throwable failure =
                    assertThrows(NullPointerException.class, () -> lone.log.appendAsLeader(damaged, 0, true, version));
            assertEquals(Errors.UNKNOWN_SERVER_ERROR, Errors.forException(failure));
        }
    }

    /** Returns the first offset of what a fetch from this offset gets, or -1 for nothing. */
    private static long firstRead(Log log, long from) {
        Records read = log.read(from, 1000, Option.empty(), true, false).records();
        for (RecordBatch batch : read.batches()) return batch.baseOffset();
        return -1;
    }

    @Test
    void aBatchLongerThanItsFileHidesWhatFollowsInTheSegment() throws Exception {
        try (LoneLog lone = new LoneLog(Map.of())) {
            Log log = lone.log;
            for (int number = 0; number < 3; number++) lone.append("value");
            File first = log.activeSegment().log().file();
            log.flush();
            log.roll(Option.empty());
            for (int number = 0; number < 3; number++) lone.append("value");
            File second = log.activeSegment().log().file();
            log.flush();
            assertEquals(1, firstRead(log, 1));
            enlargeSecondBatch(first);
            assertEquals(0, firstRead(log, 0), "what lies before it is still read");
            assertEquals(3, firstRead(log, 1), "1 and 2 are skipped");
            assertEquals(3, firstRead(log, 2));
            enlargeSecondBatch(second);
            assertEquals(-1, firstRead(log, 4), "no segment follows");
        }
    }

    private static void enlargeSecondBatch(File segment) throws Exception {
        try (RandomAccessFile file = new RandomAccessFile(segment, "rw")) {
            long second = file.length() / 3;
            file.seek(second + LENGTH_AT);
            file.writeInt((int) file.length());
        }
    }
}
