package labs.rig;

import java.io.File;
import java.io.IOException;
import java.net.InetSocketAddress;
import org.apache.zookeeper.server.NIOServerCnxnFactory;
import org.apache.zookeeper.server.ZooKeeperServer;

/** A ZooKeeper in this process, on a free port. */
final class ZooKeeper implements AutoCloseable {
    private static final int TICK_MS = 2000;
    private static final int MOST_CONNECTIONS = 100;

    private final ZooKeeperServer server;
    private final NIOServerCnxnFactory port;

    ZooKeeper(File folder) throws IOException, InterruptedException {
        server = new ZooKeeperServer(folder, folder, TICK_MS);
        port = new NIOServerCnxnFactory();
        port.configure(new InetSocketAddress("127.0.0.1", 0), MOST_CONNECTIONS);
        port.startup(server);
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
