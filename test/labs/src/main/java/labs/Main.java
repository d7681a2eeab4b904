package labs;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectPackage;

import java.util.ArrayList;
import java.util.List;
import labs.rig.Broker;
import org.apache.log4j.Level;
import org.apache.log4j.Logger;
import org.apache.log4j.varia.NullAppender;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.launcher.TagFilter;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs labs, and prints what came out as mocha does: `quick`, `all`, or full names of classes. */
public final class Main {
    private Main() {}

    public static void main(String[] args) throws InterruptedException {
        Logger.getRootLogger().addAppender(new NullAppender());
        Logger.getRootLogger().setLevel(Level.WARN);
        LauncherDiscoveryRequestBuilder request = LauncherDiscoveryRequestBuilder.request();
        // A lab that waits in vain ends by itself; the slowest takes a minute and a half.
        request.configurationParameter("junit.jupiter.execution.timeout.default", "3 m");
        List<DiscoverySelector> selectors = new ArrayList<>();
        for (String arg : args) {
            if (arg.equals("quick")) request.filters(TagFilter.excludeTags("slow"));
            selectors.add(arg.equals("quick") || arg.equals("all") ? selectPackage("labs") : selectClass(arg));
        }
        Report report = new Report();
        LauncherFactory.create().execute(request.selectors(selectors).build(), report);
        Broker.closeAll();
        // Threads of clients that a failed lab left open must not keep the process.
        System.exit(report.close() ? 0 : 1);
    }
}
