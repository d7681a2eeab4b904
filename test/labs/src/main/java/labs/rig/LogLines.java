package labs.rig;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.log4j.AppenderSkeleton;
import org.apache.log4j.Level;
import org.apache.log4j.Logger;
import org.apache.log4j.spi.LoggingEvent;

/** Collects what one class, client or broker, logs at a level and above while this is open. */
public final class LogLines extends AppenderSkeleton implements AutoCloseable {
    private final Logger logger;
    private final Level before;
    private final List<String> lines = new CopyOnWriteArrayList<>();

    public LogLines(Class<?> source, Level level) {
        this(source.getName(), level);
    }

    public LogLines(String source, Level level) {
        logger = Logger.getLogger(source);
        before = logger.getLevel();
        logger.setLevel(level);
        logger.addAppender(this);
    }

    public boolean have(String part) {
        return lines.stream().anyMatch(line -> line.contains(part));
    }

    /** Returns how many lines have this part. */
    public long count(String part) {
        return lines.stream().filter(line -> line.contains(part)).count();
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
