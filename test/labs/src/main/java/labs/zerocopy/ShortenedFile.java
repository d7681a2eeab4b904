package labs.zerocopy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.record.CompressionType;
import org.apache.kafka.common.record.FileRecords;
import org.apache.kafka.common.record.MemoryRecords;
import org.apache.kafka.common.record.SimpleRecord;
import org.junit.jupiter.api.Test;

/**
 * Proves sentences of key-implementation/zero-copy.md:
 *
 * - Traps: "A file that was cut and has grown again past the slice's end before the next write: the comparison is one of
 *   sizes, so what is sent are the bytes that stand at these positions now."
 */
class ShortenedFile {
    private static void append(FileRecords file, int count, String value) throws IOException {
        for (int number = 0; number < count; number++)
            file.append(MemoryRecords.withRecords(CompressionType.NONE, new SimpleRecord(value.getBytes())));
    }

    @Test
    void aSliceOfAFileThatWasCutIsRefusedUntilTheFileHasGrownAgain() throws IOException {
        File segment = File.createTempFile("labs", ".log");
        File received = File.createTempFile("labs", ".received");
        try (FileRecords file = FileRecords.open(segment, true, false, 0, false);
                FileChannel socket = FileChannel.open(received.toPath(), StandardOpenOption.WRITE)) {
            append(file, 2, "before");
            FileRecords slice = file.slice(0, file.sizeInBytes());
            file.truncateTo(file.sizeInBytes() / 2);
            KafkaException refused = assertThrows(KafkaException.class, () -> slice.writeTo(socket, 0, slice.sizeInBytes()));
            assertTrue(refused.getMessage().contains("has been truncated during write"), refused.getMessage());

            append(file, 2, "behind");
            assertEquals(slice.sizeInBytes(), slice.writeTo(socket, 0, slice.sizeInBytes()));
        }
        String sent = Files.readString(received.toPath(), StandardCharsets.ISO_8859_1);
        assertTrue(sent.contains("before") && sent.contains("behind"), "the second batch is another one now");
        assertTrue(segment.delete() && received.delete());
    }
}
