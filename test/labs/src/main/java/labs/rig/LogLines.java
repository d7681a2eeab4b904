package labs.rig;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.apache.log4j.AppenderSkeleton;
import org.apache.log4j.Level;
import org.apache.log4j.Logger;
import org.apache.log4j.spi.LoggingEvent;

/** Collects what one class, client or broker, logs at a level and above while this is open. */
public final class LogLines extends AppenderSkeleton implements AutoCloseable {
    private final Logger logger;
    private final Level before;
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private volatile String only = "";

    public LogLines(Class<?> source, Level level) {
        this(source.getName(), level);
    }

    public LogLines(String source, Level level) {
        logger = Logger.getLogger(source);
        before = logger.getLevel();
        logger.setLevel(level);
        logger.addAppender(this);
    }

    /**
     * Looks from now on at the lines with this part alone. All brokers and logs of this process write to the same logger, those
     * of earlier labs that are still being closed and the shared one too: who counts lines, or says that one isn't there,
     * names the topic or the folder that he means.
     */
    public LogLines only(String part) {
        only = part;
        return this;
    }

    public boolean have(String part) {
        return looked().anyMatch(line -> line.contains(part));
    }

    /** Returns how many lines have this part. */
    public long count(String part) {
        return looked().filter(line -> line.contains(part)).count();
    }

    private Stream<String> looked() {
        return lines.stream().filter(line -> line.contains(only));
    }

    @Override
    protected void append(LoggingEvent event) {
        lines.add(event.getRenderedMessage());
    }

    @Override
    public void close() {
        logger.removeAppender(this);
        logger.setLevel(before);
    }

    @Override
    public boolean requiresLayout() {
        return false;
    }

    @Override
    public String toString() {
        return String.join("\n", lines);
    }
}
