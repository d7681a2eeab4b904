package labs.rig;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import kafka.log.Log;
import kafka.metrics.KafkaMetricsReporter;
import kafka.server.KafkaConfig;
import kafka.server.KafkaServer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.network.ListenerName;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.common.utils.Utils;
import scala.Option;
import scala.collection.JavaConverters;

/**
 * A broker of Kafka 2.2.0 in this process, with a ZooKeeper of its own unless it is given another broker's. It has two listeners:
 * {@link #address} leads straight to it, {@link #wiredAddress} through a {@link Wire} that can hold back or lose answers.
 */
public final class Broker implements AutoCloseable {
    private static final List<Thread> closings = new CopyOnWriteArrayList<>();
    private static Broker shared;

    private final File folder;
    /** The broker's own, or null where it shares another broker's. */
    private final ZooKeeper zooKeeper;
    private final String zooKeeperAddress;
    private final Properties settings = new Properties();
    /** The brokers that share its ZooKeeper. */
    private final List<Broker> others = new ArrayList<>();
    private final Thread closing = new Thread(this::closeNow, "labs-close");
    private KafkaServer server;
    public final Wire wire;

    /** Starts a broker of its own ZooKeeper, with these settings beside the usual ones. */
    public Broker(Map<String, String> own) {
        this(0, null, own);
    }

    /** Starts a broker of the same cluster as `first`. */
    public Broker(int id, Broker first, Map<String, String> own) {
        try {
            folder = Files.createTempDirectory("labs").toFile();
            wire = new Wire();
            zooKeeper = first == null ? new ZooKeeper(new File(folder, "zk")) : null;
            zooKeeperAddress = first == null ? zooKeeper.address() : first.zooKeeperAddress;
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        } catch (InterruptedException error) {
            throw new IllegalStateException(error);
        }
        if (first != null) first.others.add(this);
        configure(id, own);
        start();
    }

    /** Returns the broker with the usual settings, which all labs that need no other share. */
    public static synchronized Broker shared() {
        if (shared == null) shared = new Broker(Map.of());
        shared.wire.reset();
        return shared;
    }

    /** Closes the shared broker, and waits until all brokers are gone. */
    public static synchronized void closeAll() throws InterruptedException {
        if (shared != null) shared.close();
        shared = null;
        for (Thread thread : closings) thread.join();
    }

    private void configure(int id, Map<String, String> own) {
        settings.putAll(
                Map.of(
                        "broker.id", String.valueOf(id),
                        "zookeeper.connect", zooKeeperAddress,
                        "listeners", "DIRECT://127.0.0.1:0,WIRED://127.0.0.1:0",
                        "advertised.listeners", "DIRECT://127.0.0.1:0,WIRED://127.0.0.1:" + wire.port(),
                        "listener.security.protocol.map", "DIRECT:PLAINTEXT,WIRED:PLAINTEXT",
                        "inter.broker.listener.name", "DIRECT",
                        "log.dirs", new File(folder, "logs").getPath()));
        settings.putAll(
                Map.of(
                        "offsets.topic.replication.factor", "1",
                        "offsets.topic.num.partitions", "1",
                        "transaction.state.log.replication.factor", "1",
                        "transaction.state.log.num.partitions", "1",
                        "transaction.state.log.min.isr", "1",
                        "group.initial.rebalance.delay.ms", "0",
                        "log.cleaner.dedupe.buffer.size", "2000000",
                        "log.cleaner.backoff.ms", "100",
                        "controlled.shutdown.enable", "false"));
        settings.putAll(own);
    }

    private void start() {
        server =
                new KafkaServer(
                        new KafkaConfig(settings),
                        Time.SYSTEM,
                        Option.empty(),
                        JavaConverters.asScalaBuffer(new ArrayList<KafkaMetricsReporter>()));
        server.startup();
        wire.leadsTo(server.boundPort(ListenerName.normalised("WIRED")));
    }

    /** Stops the broker as SIGTERM does; ZooKeeper and the logs stay. */
    public void stop() {
        server.shutdown();
        server.awaitShutdown();
    }

    public void restart() {
        start();
    }

    /** Starts the broker again after {@link #stop}, with these settings changed. */
    public void restart(Map<String, String> changed) {
        settings.putAll(changed);
        start();
    }

    /** Stops this broker's own ZooKeeper, as if its machine had failed. */
    public void stopZooKeeper() {
        zooKeeper.close();
    }

    public void restartZooKeeper() throws IOException, InterruptedException {
        zooKeeper.restart();
    }

    public KafkaServer server() {
        return server;
    }

    public String address() {
        return "127.0.0.1:" + port();
    }

    public int port() {
        return server.boundPort(ListenerName.normalised("DIRECT"));
    }

    public String wiredAddress() {
        return "127.0.0.1:" + wire.port();
    }

    public File logFolder() {
        return new File(folder, "logs");
    }

    /** Returns the broker's own log of a partition. */
    public Log log(String topic) {
        return server.logManager().getLog(new TopicPartition(topic, 0), false).get();
    }

    /**
     * Stops the broker and its ZooKeeper and deletes their files, in a thread of its own: it takes seconds that no lab has to
     * wait for.
     */
    @Override
    public void close() {
        wire.close();
        closings.add(closing);
        closing.start();
    }

    private void closeNow() {
        try {
            stop();
            for (Broker other : others) other.closing.join();
            if (zooKeeper != null) zooKeeper.close();
            Utils.delete(folder);
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        } catch (InterruptedException error) {
            throw new IllegalStateException(error);
        }
    }
}
