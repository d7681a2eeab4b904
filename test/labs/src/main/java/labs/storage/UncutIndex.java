package labs.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.file.Files;
import java.util.Map;
import kafka.log.OffsetIndex;
import labs.rig.LoneLog;
import org.apache.kafka.common.utils.Utils;
import org.junit.jupiter.api.Test;

/**
 * Proves sentences of key-implementation/log-storage.md, with a copy of the file of an index in use, which is what a kill
 * leaves behind:
 *
 * - Mapping: "and the number of entries is kept in memory only"
 * - Mapping: "before a kill opens as full, with zeros as entries."
 */
class UncutIndex {
    private static final int BYTES = 800;
    private static final int BYTES_OF_AN_ENTRY = 8;

    @Test
    void theIndexOfAKilledLogOpensAsFull() throws Exception {
        File folder = Files.createTempDirectory("labs").toFile();
        Map<String, String> settings = Map.of("index.interval.bytes", "1", "segment.index.bytes", String.valueOf(BYTES));
        try (LoneLog lone = new LoneLog(settings)) {
            for (int number = 0; number < 4; number++) lone.append("value");
            OffsetIndex live = lone.log.activeSegment().offsetIndex();
            int used = live.entries();
            assertEquals(3, used, "the first append of a segment has none");
            assertFalse(live.isFull());
            assertEquals(BYTES, live.file().length(), "the file has its full length from the beginning");

            File copy = new File(folder, live.file().getName());
            Files.copy(live.file().toPath(), copy.toPath());
            OffsetIndex killed = new OffsetIndex(copy, 0, BYTES, true);
            assertTrue(killed.isFull());
            assertEquals(BYTES / BYTES_OF_AN_ENTRY, killed.entries());
            assertEquals(live.lastOffset(), killed.entry(used - 1).offset());
            assertEquals(0, killed.entry(used).offset() + killed.entry(used).position());
            killed.closeHandler();
        } finally {
            Utils.delete(folder);
        }
    }
}
