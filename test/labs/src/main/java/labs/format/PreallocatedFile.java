package labs.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.util.Map;
import kafka.tools.DumpLogSegments;
import labs.rig.LoneLog;
import org.apache.kafka.common.errors.CorruptRecordException;
import org.junit.jupiter.api.Test;
import scala.Console;
import scala.Option;
import scala.runtime.BoxedUnit;

/**
 * Proves a sentence of key-implementation/message-format.md:
 *
 * - Traps: "while the broker runs, the active file ends in zeros, and the tool ends with Found record size there. The file
 *   is healthy."
 */
class PreallocatedFile {
    private static final int BYTES = 10_000;

    /** Dumps a segment as the tool does on a command line, and collects what it prints, also where it fails. */
    private static void dump(File segment, ByteArrayOutputStream printed) {
        String[] arguments = {"--files", segment.getPath()};
        Console.withOut(
                printed,
                () -> {
                    DumpLogSegments.main(arguments);
                    return BoxedUnit.UNIT;
                });
    }

    @Test
    void theDumpOfAnActiveFileEndsInItsZeros() throws Exception {
        try (LoneLog lone = new LoneLog(Map.of("preallocate", "true", "segment.bytes", String.valueOf(BYTES)))) {
            lone.append("value");
            File segment = lone.log.activeSegment().log().file();
            assertEquals(BYTES, segment.length());
            ByteArrayOutputStream printed = new ByteArrayOutputStream();
            CorruptRecordException end = assertThrows(CorruptRecordException.class, () -> dump(segment, printed));
            assertTrue(end.getMessage().startsWith("Found record size 0"), end.getMessage());
            assertTrue(printed.toString().contains("baseOffset: 0"), "the record was printed before");

            lone.log.roll(Option.empty());
            assertTrue(segment.length() < BYTES, "the roll has cut the zeros off");
            dump(segment, new ByteArrayOutputStream());
        }
    }
}
