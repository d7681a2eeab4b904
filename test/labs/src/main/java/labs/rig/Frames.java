package labs.rig;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;

/** One direction of a connection: carries requests or answers, each behind its length, until one side closes. */
final class Frames {
    interface Pass {
        /** Returns whether the frame goes on; if it doesn't, the connection is closed. */
        boolean test(ByteBuffer frame) throws InterruptedException;
    }

    private Frames() {}

    /** Begins to carry on a thread of its own. */
    static void carry(String name, Socket from, Socket to, Pass pass) {
        Thread thread = new Thread(() -> carryUntilClosed(from, to, pass), name);
        thread.setDaemon(true);
        thread.start();
    }

    private static void carryUntilClosed(Socket from, Socket to, Pass pass) {
        try (from;
                to) {
            DataInputStream in = new DataInputStream(from.getInputStream());
            DataOutputStream out = new DataOutputStream(to.getOutputStream());
            while (true) {
                byte[] frame = read(in);
                if (!pass.test(ByteBuffer.wrap(frame))) return;
                write(out, ByteBuffer.wrap(frame));
            }
        } catch (IOException | InterruptedException ended) {
            // One of the two sides has closed its connection, and with that both end.
        }
    }

    static byte[] read(DataInputStream in) throws IOException {
        byte[] frame = new byte[in.readInt()];
        in.readFully(frame);
        return frame;
    }

    /** Writes length and frame at once, so that they need one packet. */
    static void write(DataOutputStream out, ByteBuffer frame) throws IOException {
        ByteBuffer sized = ByteBuffer.allocate(Integer.BYTES + frame.remaining());
        sized.putInt(frame.remaining()).put(frame);
        out.write(sized.array());
        out.flush();
    }
}
