package labs.rig;

import java.io.File;
import java.io.IOException;
import java.net.InetSocketAddress;
import org.apache.zookeeper.server.NIOServerCnxnFactory;
import org.apache.zookeeper.server.ZooKeeperServer;

/** A ZooKeeper in this process, on a free port, which it keeps when it is stopped and started again. */
final class ZooKeeper implements AutoCloseable {
    private static final int TICK_MS = 2000;
    private static final int MOST_CONNECTIONS = 100;

    private final File folder;
    private ZooKeeperServer server;
    private NIOServerCnxnFactory port;

    ZooKeeper(File folder) throws IOException, InterruptedException {
        this.folder = folder;
        start(0);
    }

    private void start(int number) throws IOException, InterruptedException {
        server = new ZooKeeperServer(folder, folder, TICK_MS);
        port = new NIOServerCnxnFactory();
        port.configure(new InetSocketAddress("127.0.0.1", number), MOST_CONNECTIONS);
        port.startup(server);
    }

    /** Starts it again after {@link #close}, with all that was stored. */
    void restart() throws IOException, InterruptedException {
        start(port.getLocalPort());
    }

    String address() {
        return "127.0.0.1:" + port.getLocalPort();
    }

    @Override
    public void close() {
        port.shutdown();
        server.shutdown();
    }
}
