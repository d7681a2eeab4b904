package labs.delayed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import kafka.server.DelayedOperationPurgatory;
import labs.rig.Wait;
import org.apache.kafka.common.utils.Time;
import org.junit.jupiter.api.Test;

/**
 * Proves sentences of key-implementation/timing-wheel.md:
 *
 * - Five questions: "Not by the wheel"
 * - What you see when it goes wrong: "of timers that are neither cancelled nor handed to the executor"
 */
class WheelTimes {
    private static final int TASKS = 400;
    /** The longest delay, in milliseconds: tasks come down through up to three wheels. */
    private static final int LONGEST = 900;

    @Test
    void noTaskRunsBeforeItsTimeAndACancelledOneIsNotCounted() {
        DelayedOperationPurgatory<Waiting> purgatory = Waiting.purgatory("Times", 1_000_000, true);
        Random random = new Random(7);
        Queue<Long> late = new ConcurrentLinkedQueue<>();
        List<Waiting> kept = new ArrayList<>();
        try {
            for (int number = 0; number < TASKS; number++) {
                long delay = 1 + random.nextInt(LONGEST);
                long due = Time.SYSTEM.hiResClockMs() + delay;
                boolean isKept = number % 2 == 0;
                Runnable work = isKept ? () -> late.add(Time.SYSTEM.hiResClockMs() - due) : () -> {};
                Waiting task = new Waiting(delay, null, work);
                purgatory.tryCompleteElseWatch(task, Waiting.keys(1));
                if (isKept) kept.add(task);
                else task.cancel();
            }
            assertTrue(purgatory.delayed() <= TASKS / 2, "the cancelled ones are not counted: " + purgatory.delayed());
            Wait.until("the others have run", () -> kept.stream().allMatch(Waiting::isCompleted));
            Wait.until("each has noted its time", () -> late.size() == TASKS / 2);
            assertTrue(late.stream().allMatch(ms -> ms >= 0), late.toString());
            assertEquals(0, purgatory.delayed());
        } finally {
            purgatory.shutdown();
        }
    }
}
