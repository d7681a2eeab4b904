package labs;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/** Prints a line for each lab when it ends, and the sums and failures in the form of mocha's closing lines. */
final class Report implements TestExecutionListener {
    private final Map<TestIdentifier, Long> starts = new HashMap<>();
    private final Map<String, Throwable> failures = new LinkedHashMap<>();
    private int passed;

    @Override
    public void executionStarted(TestIdentifier test) {
        starts.put(test, System.nanoTime());
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        long ms = (System.nanoTime() - starts.get(test)) / 1_000_000;
        if (result.getStatus() != Status.SUCCESSFUL) {
            failures.put(test.getLegacyReportingName() + ": " + test.getDisplayName(), result.getThrowable().orElseThrow());
            System.out.println("    FAILED: " + test.getDisplayName() + " (" + ms + "ms)");
        } else if (test.isTest()) {
            passed++;
            System.out.println("    ✔ " + test.getDisplayName() + " (" + ms + "ms)");
        } else if (test.getSource().orElse(null) instanceof ClassSource) {
            System.out.println("  " + test.getDisplayName() + ": " + ms + "ms in all");
        }
    }

    /** Prints the sums. Returns whether all is well. */
    boolean close() {
        System.out.println("\n  " + passed + " passing");
        if (failures.isEmpty()) return passed > 0;
        System.out.println("  " + failures.size() + " failing\n");
        failures.forEach(
                (name, failure) -> {
                    System.out.println("  " + name);
                    failure.printStackTrace(System.out);
                });
        return false;
    }
}
