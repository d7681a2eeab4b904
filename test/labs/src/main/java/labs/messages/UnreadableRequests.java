package labs.messages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.EOFException;
import java.nio.ByteBuffer;
import labs.rig.Broker;
import labs.rig.LogLines;
import labs.rig.RawConnection;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.protocol.Errors;
import org.apache.kafka.common.requests.ApiVersionsResponse;
import org.apache.kafka.common.requests.MetadataResponse;
import org.apache.log4j.Level;
import org.junit.jupiter.api.Test;

/**
 * Proves sentences of key-implementation/messages.md:
 *
 * - Failure and recovery: "That goes for an unknown key, an unknown version (except of API_VERSIONS), a body that is too short
 *   and a wrong length inside it."
 * - Version exchange: "answers UNSUPPORTED_VERSION with an empty list."
 * - Version exchange: "writes that answer in version 0."
 * - Traps: "Bytes behind the last field are ignored, on both sides."
 */
class UnreadableRequests {
    private static final short METADATA_VERSION = 1;
    private static final int CORRELATION_ID = 5;
    private final Broker broker = Broker.shared();

    /** Makes a request without a client id and with this body. */
    private static ByteBuffer request(int key, int version, byte... body) {
        ByteBuffer frame = ByteBuffer.allocate(10 + body.length);
        frame.putShort((short) key).putShort((short) version).putInt(CORRELATION_ID).putShort((short) -1).put(body).rewind();
        return frame;
    }

    private void closes(String cause, ByteBuffer request) throws Exception {
        try (LogLines lines = new LogLines("kafka.network.Processor", Level.ERROR);
                RawConnection connection = new RawConnection(broker.port())) {
            connection.sendFrame(request);
            assertThrows(EOFException.class, connection::receiveFrame, cause);
            assertTrue(lines.have("because of error"), cause + lines);
        }
    }

    @Test
    void aRequestThatTheBrokerCannotReadClosesTheConnection() throws Exception {
        closes("unknown key", request(ApiKeys.values().length, 0));
        closes("unknown version", request(ApiKeys.METADATA.id, ApiKeys.METADATA.latestVersion() + 1, new byte[5]));
        closes("body too short", request(ApiKeys.METADATA.id, METADATA_VERSION, new byte[3]));
        closes("wrong count inside", request(ApiKeys.METADATA.id, METADATA_VERSION, new byte[] {0, 0, 1, 0}));
    }

    @Test
    void anUnknownVersionOfTheVersionsIsAnswered() throws Exception {
        try (RawConnection connection = new RawConnection(broker.port())) {
            connection.sendFrame(request(ApiKeys.API_VERSIONS.id, 99, (byte) 1, (byte) 2, (byte) 3));
            ApiVersionsResponse answer = connection.receive(ApiKeys.API_VERSIONS, (short) 0);
            assertEquals(Errors.UNSUPPORTED_VERSION, answer.error());
            assertTrue(answer.apiVersions().isEmpty());
            // On the same connection the client may ask again.
            connection.sendFrame(request(ApiKeys.API_VERSIONS.id, 0));
            answer = connection.receive(ApiKeys.API_VERSIONS, (short) 0);
            assertEquals(Errors.NONE, answer.error());
            assertEquals(ApiKeys.values().length, answer.apiVersions().size());
        }
    }

    @Test
    void bytesBehindTheBodyAreIgnored() throws Exception {
        try (RawConnection connection = new RawConnection(broker.port())) {
            // No topics, and four bytes more than the version has.
            connection.sendFrame(request(ApiKeys.METADATA.id, METADATA_VERSION, new byte[8]));
            MetadataResponse answer = connection.receive(ApiKeys.METADATA, METADATA_VERSION);
            assertTrue(answer.topicMetadata().isEmpty());
        }
    }
}
