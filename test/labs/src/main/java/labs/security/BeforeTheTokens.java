package labs.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.EOFException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import labs.rig.Broker;
import labs.rig.RawConnection;
import org.apache.kafka.common.network.ListenerName;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.protocol.Errors;
import org.apache.kafka.common.requests.ApiVersionsRequest;
import org.apache.kafka.common.requests.ApiVersionsResponse;
import org.apache.kafka.common.requests.MetadataRequest;
import org.apache.kafka.common.requests.SaslHandshakeRequest;
import org.apache.kafka.common.requests.SaslHandshakeResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Proves sentences of key-implementation/security.md:
 *
 * - A connection and a produce request: "refuses every API but ApiVersions and SaslHandshake at this point"
 * - Before the tokens: "so the client may ask again. A mechanism that isn't enabled gets UNSUPPORTED_SASL_MECHANISM with the
 *   list of those that are."
 * - Tokens: "With SaslHandshake version 0, tokens go bare, and a failure is a closed connection without a reason"
 */
class BeforeTheTokens {
    private static final String LISTENERS = "DIRECT://127.0.0.1:0,WIRED://127.0.0.1:0,SASL://127.0.0.1:0";
    private static final String USERS =
            "org.apache.kafka.common.security.plain.PlainLoginModule required user_alice=\"right\";";
    private static Broker broker;

    @BeforeAll
    static void start() {
        broker =
                new Broker(
                        Map.of(
                                "listeners", LISTENERS,
                                "advertised.listeners", LISTENERS,
                                "listener.security.protocol.map", "DIRECT:PLAINTEXT,WIRED:PLAINTEXT,SASL:SASL_PLAINTEXT",
                                "sasl.enabled.mechanisms", "PLAIN",
                                "listener.name.sasl.plain.sasl.jaas.config", USERS));
    }

    @AfterAll
    static void close() {
        broker.close();
    }

    private static RawConnection connect() throws Exception {
        return new RawConnection(broker.server().boundPort(ListenerName.normalised("SASL")));
    }

    private static Errors choose(RawConnection connection, String mechanism) throws Exception {
        SaslHandshakeResponse answer =
                connection.ask(ApiKeys.SASL_HANDSHAKE, new SaslHandshakeRequest.Builder(mechanism), (short) 0);
        assertEquals(List.of("PLAIN"), answer.enabledMechanisms());
        return answer.error();
    }

    /** Sends a bare token of PLAIN. */
    private static void logIn(RawConnection connection, String password) throws Exception {
        connection.sendFrame(ByteBuffer.wrap(("\0alice\0" + password).getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void anotherRequestClosesTheConnection() throws Exception {
        try (RawConnection connection = connect()) {
            connection.send(ApiKeys.METADATA, MetadataRequest.Builder.allTopics(), ApiKeys.METADATA.latestVersion());
            assertThrows(EOFException.class, connection::receiveFrame);
        }
    }

    @Test
    void anUnknownVersionMayBeAskedAgainAndAnUnknownMechanismIsNamed() throws Exception {
        try (RawConnection connection = connect()) {
            ByteBuffer tooNew = ByteBuffer.allocate(10).putShort(ApiKeys.API_VERSIONS.id).putShort((short) 99);
            connection.sendFrame(tooNew.putInt(0).putShort((short) -1).flip());
            ApiVersionsResponse refused = connection.receive(ApiKeys.API_VERSIONS, (short) 0);
            assertEquals(Errors.UNSUPPORTED_VERSION, refused.error());
            ApiVersionsResponse answer = connection.ask(ApiKeys.API_VERSIONS, new ApiVersionsRequest.Builder(), (short) 0);
            assertEquals(Errors.NONE, answer.error());
            assertEquals(ApiKeys.values().length, answer.apiVersions().size());
            assertEquals(Errors.UNSUPPORTED_SASL_MECHANISM, choose(connection, "GSSAPI"));
        }
    }

    @Test
    void aBareTokenThatIsRefusedClosesTheConnectionWithoutAReason() throws Exception {
        try (RawConnection connection = connect()) {
            assertEquals(Errors.NONE, choose(connection, "PLAIN"));
            logIn(connection, "wrong");
            assertThrows(EOFException.class, connection::receiveFrame);
        }
        try (RawConnection connection = connect()) {
            assertEquals(Errors.NONE, choose(connection, "PLAIN"));
            logIn(connection, "right");
            assertEquals(0, connection.receiveFrame().remaining(), "the answer is an empty token");
        }
    }
}
