package labs.rig;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import kafka.api.ApiVersion$;
import kafka.log.Log;
import kafka.log.Log$;
import kafka.log.LogConfig;
import kafka.server.BrokerTopicStats;
import kafka.server.LogDirFailureChannel;
import kafka.utils.Scheduler;
import org.apache.kafka.common.record.CompressionType;
import org.apache.kafka.common.record.MemoryRecords;
import org.apache.kafka.common.record.RecordBatch;
import org.apache.kafka.common.record.SimpleRecord;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.common.utils.Utils;
import scala.Function0;
import scala.runtime.BoxedUnit;

/** A log without a broker, whose scheduled tasks run only when the lab says so. */
public final class LoneLog implements Scheduler, AutoCloseable {
    private static final String FOLDER = "topic-0";
    private final List<Map.Entry<String, Function0<BoxedUnit>>> tasks = new ArrayList<>();
    private final Map<String, String> settings;
    private final File parent;
    public final Log log;

    public LoneLog(Map<String, String> settings) throws IOException {
        this(Files.createTempDirectory("labs").toFile(), settings, 0);
    }

    private LoneLog(File parent, Map<String, String> settings, long recoveryPoint) throws IOException {
        this.parent = parent;
        this.settings = settings;
        File folder = new File(parent, FOLDER);
        if (!folder.isDirectory() && !folder.mkdirs()) throw new IOException("No folder for the log");
        Properties properties = new Properties();
        properties.putAll(settings);
        LogConfig config = new LogConfig(properties, scala.collection.immutable.Set$.MODULE$.empty());
        int never = Integer.MAX_VALUE;
        LogDirFailureChannel failures = new LogDirFailureChannel(1);
        BrokerTopicStats stats = new BrokerTopicStats();
        log = Log$.MODULE$.apply(folder, config, 0, recoveryPoint, this, stats, Time.SYSTEM, never, never, failures);
    }

    /** Opens a copy of the files as they are now, as a start after a kill does, with this recovery point. */
    public LoneLog copy(long recoveryPoint) throws IOException {
        Path other = Files.createTempDirectory("labs");
        Files.createDirectory(other.resolve(FOLDER));
        for (File file : log.dir().listFiles()) Files.copy(file.toPath(), other.resolve(FOLDER).resolve(file.getName()));
        return new LoneLog(other.toFile(), settings, recoveryPoint);
    }

    /** Appends one record without a timestamp, as a leader does. */
    public void append(String value) {
        append(value, RecordBatch.NO_TIMESTAMP);
    }

    public void append(String value, long timestamp) {
        SimpleRecord record = new SimpleRecord(timestamp, value.getBytes());
        MemoryRecords records = MemoryRecords.withRecords(CompressionType.NONE, record);
        log.appendAsLeader(records, 0, true, ApiVersion$.MODULE$.latestVersion());
    }

    /** Runs the scheduled tasks of this name. */
    public void runTasks(String name) {
        List<Map.Entry<String, Function0<BoxedUnit>>> due =
                tasks.stream().filter(task -> task.getKey().equals(name)).collect(Collectors.toList());
        tasks.removeAll(due);
        due.forEach(task -> task.getValue().apply());
    }

    @Override
    public void schedule(String name, Function0<BoxedUnit> task, long delay, long period, TimeUnit unit) {
        tasks.add(Map.entry(name, task));
    }

    @Override
    public void startup() {}

    @Override
    public void shutdown() {}

    @Override
    public boolean isStarted() {
        return true;
    }

    @Override
    public void close() throws IOException {
        log.close();
        Utils.delete(parent);
    }
}
