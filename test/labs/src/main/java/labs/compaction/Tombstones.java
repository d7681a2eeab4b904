package labs.compaction;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import labs.rig.Broker;
import labs.rig.Wait;
import org.junit.jupiter.api.Test;

/**
 * Proves sentences of core-design/log-compaction.md:
 *
 * - Tombstones: "On a pass that begins at the first segment's base offset, as the first one, the horizon is 0, and no
 *   tombstone is old enough. In the last clean segment itself one is old enough only with delete.retention.ms=0."
 * - Traps: "while each pass merges the cleaned part into one segment and delete.retention.ms is above 0, no tombstone gets
 *   old enough to go."
 */
class Tombstones {
    private final Broker broker = Broker.shared();

    @Test
    void theFirstPassKeepsATombstoneAndTheNextDropsItWithoutRetention() throws Exception {
        Map<String, String> settings = new HashMap<>(Written.compacted("0"));
        settings.put("min.cleanable.dirty.ratio", "1");
        Written log = new Written(broker, settings);
        log.write("a=1", "a", "z=1");
        log.cleanFromNowOn();
        Wait.until("the first pass has kept the tombstone", () -> log.read().equals(List.of("1:a", "2:z=1")));
        log.write("z=2");
        Wait.until("the next pass has dropped it", () -> !log.read().contains("1:a"));
    }

    @Test
    void inASmallTopicATombstoneStaysHoweverShortItsRetention() throws Exception {
        // Segments roll by time, so that what is cleaned fits into one of them.
        Map<String, String> settings =
                Map.of(
                        "cleanup.policy", "compact",
                        "segment.ms", "50",
                        "min.cleanable.dirty.ratio", "0.01",
                        "delete.retention.ms", "1");
        Written log = new Written(broker, settings);
        writeSlowly(log, "a=1", "a", "z=1");
        for (int pass = 2; pass < 6; pass++) {
            String superseded = ":z=" + (pass - 1);
            writeSlowly(log, "z=" + pass, "y=" + pass);
            Wait.until("a pass has removed " + superseded, () -> !log.read().toString().contains(superseded));
        }
        assertTrue(log.read().contains("1:a"), () -> "the tombstone is still there: " + log.read());
    }

    private static void writeSlowly(Written log, String... records) throws Exception {
        for (String record : records) {
            log.write(record);
            Thread.sleep(60);
        }
    }
}
