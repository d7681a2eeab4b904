package labs.rig;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.PushbackInputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.requests.AbstractRequest;
import org.apache.kafka.common.requests.AbstractResponse;
import org.apache.kafka.common.requests.RequestHeader;
import org.apache.kafka.common.requests.ResponseHeader;

/** A connection over which a lab sends single requests, as no client of Kafka would send them. */
public final class RawConnection implements AutoCloseable {
    private final Socket socket;
    private final PushbackInputStream ahead;
    private final DataInputStream in;
    private final DataOutputStream out;
    private final String clientId;
    private int sent;

    public RawConnection(int port) throws IOException {
        this(port, "lab");
    }

    public RawConnection(int port, String clientId) throws IOException {
        this.clientId = clientId;
        socket = new Socket("127.0.0.1", port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(20_000);
        ahead = new PushbackInputStream(socket.getInputStream());
        in = new DataInputStream(ahead);
        out = new DataOutputStream(socket.getOutputStream());
    }

    /** Sends a request in its latest version and waits for the answer. */
    public <T extends AbstractResponse> T ask(ApiKeys kind, AbstractRequest.Builder<?> request) throws IOException {
        return ask(kind, request, request.latestAllowedVersion());
    }

    public <T extends AbstractResponse> T ask(ApiKeys kind, AbstractRequest.Builder<?> request, short version)
            throws IOException {
        send(kind, request, version);
        return receive(kind, version);
    }

    /** Sends a request without waiting. Returns its correlation id. */
    public int send(ApiKeys kind, AbstractRequest.Builder<?> request, short version) throws IOException {
        ByteBuffer bytes = request.build(version).serialize(new RequestHeader(kind, version, clientId, sent));
        Frames.write(out, bytes);
        return sent++;
    }

    /** Sends header and body as they are, behind their length. */
    public void sendFrame(ByteBuffer frame) throws IOException {
        Frames.write(out, frame);
    }

    /** Waits for the next answer, which has to be one to a request of this kind and version. */
    @SuppressWarnings("unchecked")
    public <T extends AbstractResponse> T receive(ApiKeys kind, short version) throws IOException {
        ByteBuffer frame = receiveFrame();
        ResponseHeader.parse(frame);
        return (T) AbstractResponse.parseResponse(kind, kind.parseResponse(version, frame), version);
    }

    /** Waits for the next answer, and returns it with its header. @throws EOFException where the broker closed the connection */
    public ByteBuffer receiveFrame() throws IOException {
        return ByteBuffer.wrap(Frames.read(in));
    }

    /** Returns whether the beginning of an answer comes within this time. */
    public boolean answersWithin(int ms) throws IOException {
        int before = socket.getSoTimeout();
        socket.setSoTimeout(ms);
        try {
            ahead.unread(ahead.read());
            return true;
        } catch (SocketTimeoutException silence) {
            return false;
        } finally {
            socket.setSoTimeout(before);
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
