package labs.rig;

import java.util.concurrent.Callable;

/** Waits for what other threads do. */
public final class Wait {
    private static final long MOST_MS = 30_000;

    private Wait() {}

    /** Waits until something holds, at most 30 s, and fails with its name after that. */
    public static void until(String what, Callable<Boolean> holds) {
        long end = System.currentTimeMillis() + MOST_MS;
        try {
            while (!holds.call()) {
                if (System.currentTimeMillis() > end) throw new AssertionError("Waited 30 s in vain until " + what);
                Thread.sleep(10);
            }
        } catch (RuntimeException error) {
            throw error;
        } catch (Exception error) {
            throw new AssertionError("Could not wait until " + what, error);
        }
    }
}
