package labs.rig;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.common.protocol.ApiKeys;

/** A network between clients and a broker that counts the requests of each kind, and holds back or loses answers when told to. */
public final class Wire implements AutoCloseable {
    private final ServerSocket door;
    private final Map<ApiKeys, AtomicInteger> asked = new ConcurrentHashMap<>();
    private final Map<ApiKeys, AtomicInteger> toLose = new ConcurrentHashMap<>();
    /** The kinds whose answers are held back, each with the number of answers that may pass all the same. */
    private final Map<ApiKeys, Integer> held = new ConcurrentHashMap<>();
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private volatile int target;

    Wire() throws IOException {
        door = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        Thread thread = new Thread(this::accept, "labs-wire");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return door.getLocalPort();
    }

    void leadsTo(int port) {
        target = port;
    }

    /** Lets all answers through again, and counts from 0. */
    public void reset() {
        asked.clear();
        toLose.clear();
        release();
    }

    /** Lets the broker get and answer the next `count` requests of this kind, but closes the connection instead of each answer. */
    public void loseAnswers(ApiKeys kind, int count) {
        toLose.put(kind, new AtomicInteger(count));
    }

    /** Keeps answers to requests of this kind back, and all behind them on their connection, until {@link #release}. */
    public void holdAnswers(ApiKeys kind) {
        held.put(kind, 0);
    }

    /** Lets one more answer of a kind through whose answers are held back. */
    public void letOneThrough(ApiKeys kind) {
        synchronized (held) {
            held.merge(kind, 1, Integer::sum);
            held.notifyAll();
        }
    }

    public void release() {
        synchronized (held) {
            held.clear();
            held.notifyAll();
        }
    }

    /** Loses what is held back, with the connections; later answers are held back as before. */
    public void loseHeld() throws IOException {
        for (Socket socket : sockets) socket.close();
    }

    /** Returns how many requests of this kind have been passed on to the broker. */
    public int requests(ApiKeys kind) {
        AtomicInteger count = asked.get(kind);
        return count == null ? 0 : count.get();
    }

    private void accept() {
        try {
            while (true) connect(door.accept());
        } catch (IOException closed) {
            // The wire has been closed.
        }
    }

    private void connect(Socket client) throws IOException {
        Socket broker;
        try {
            broker = new Socket("127.0.0.1", target);
        } catch (IOException stopped) {
            client.close();
            return;
        }
        client.setTcpNoDelay(true);
        broker.setTcpNoDelay(true);
        sockets.addAll(List.of(client, broker));
        Map<Integer, ApiKeys> open = new ConcurrentHashMap<>();
        Frames.carry("labs-wire-up", client, broker, frame -> passRequest(frame, open));
        Frames.carry("labs-wire-down", broker, client, frame -> passAnswer(frame, open));
    }

    private boolean passRequest(ByteBuffer frame, Map<Integer, ApiKeys> open) {
        ApiKeys kind = ApiKeys.forId(frame.getShort(0));
        open.put(frame.getInt(4), kind);
        asked.computeIfAbsent(kind, key -> new AtomicInteger()).incrementAndGet();
        return true;
    }

    private boolean passAnswer(ByteBuffer frame, Map<Integer, ApiKeys> open) throws InterruptedException {
        ApiKeys kind = open.remove(frame.getInt(0));
        AtomicInteger left = toLose.get(kind);
        if (left != null && left.getAndDecrement() > 0) return false;
        synchronized (held) {
            while (held.getOrDefault(kind, 1) == 0) held.wait();
            held.computeIfPresent(kind, (key, permits) -> permits - 1);
        }
        return true;
    }

    @Override
    public void close() {
        release();
        try {
            door.close();
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
    }
}
