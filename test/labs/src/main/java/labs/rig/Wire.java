package labs.rig;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
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
  /** For each kind whose answers are held back, how many may pass all the same. */
  private final Map<ApiKeys, Integer> held = new ConcurrentHashMap<>();
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private volatile int target;

  Wire() throws IOException {
    door = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
    run("labs-wire", this::accept);
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

  /** Lets the broker receive and answer the next `count` requests of this kind, but closes the connection in place of each answer. */
  public void loseAnswers(ApiKeys kind, int count) {
    toLose.put(kind, new AtomicInteger(count));
  }

  /** Keeps answers to requests of this kind back, and all that come behind them on the same connection, until {@link #release}. */
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

  private void accept() throws IOException {
    while (true) {
      Socket client = door.accept();
      Socket broker = new Socket("127.0.0.1", target);
      client.setTcpNoDelay(true);
      broker.setTcpNoDelay(true);
      sockets.add(client);
      sockets.add(broker);
      Map<Integer, ApiKeys> open = new ConcurrentHashMap<>();
      run("labs-wire-up", () -> carry(client, broker, frame -> passRequest(frame, open)));
      run("labs-wire-down", () -> carry(broker, client, frame -> passAnswer(frame, open)));
    }
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

  private interface Pass {
    /** Returns whether the frame goes on; if it doesn't, the connection is closed. */
    boolean test(ByteBuffer frame) throws InterruptedException;
  }

  private void carry(Socket from, Socket to, Pass pass) throws IOException, InterruptedException {
    try (from; to) {
      DataInputStream in = new DataInputStream(from.getInputStream());
      DataOutputStream out = new DataOutputStream(to.getOutputStream());
      while (true) {
        byte[] frame = new byte[in.readInt()];
        in.readFully(frame);
        if (!pass.test(ByteBuffer.wrap(frame))) return;
        ByteBuffer sized = ByteBuffer.allocate(4 + frame.length).putInt(frame.length).put(frame);
        out.write(sized.array());
        out.flush();
      }
    } finally {
      sockets.remove(from);
      sockets.remove(to);
    }
  }

  private interface Work {
    void run() throws IOException, InterruptedException;
  }

  private static void run(String name, Work work) {
    Thread thread = new Thread(() -> quietly(work), name);
    thread.setDaemon(true);
    thread.start();
  }

  private static void quietly(Work work) {
    try {
      work.run();
    } catch (IOException | InterruptedException ended) {
      // One of the two sides has closed its connection, and with that both end.
    }
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
