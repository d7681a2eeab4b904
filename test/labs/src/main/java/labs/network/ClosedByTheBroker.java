package labs.network;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import labs.rig.Broker;
import labs.rig.Clients;
import labs.rig.Fetch;
import labs.rig.LogLines;
import labs.rig.RawConnection;
import labs.rig.Wait;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.requests.ApiVersionsRequest;
import org.apache.log4j.Level;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Proves sentences of key-implementation/network-layer.md:
 *
 * - Connection limit per IP: "a client over the limit sees a connection that opens and closes at once."
 * - What you see when it goes wrong: "WARN Attempting to send response via channel for which there is no open connection
 *   if the broker had closed the connection, as idle for example"
 * - Traps: "a muted connection that waits for its answer longer than connections.max.idle.ms is closed."
 */
class ClosedByTheBroker {
    private static final int IDLE_MS = 1000;
    private static final int MOST_CONNECTIONS = 8;
    private static Broker broker;

    @BeforeAll
    static void start() {
        broker =
                new Broker(
                        Map.of(
                                "max.connections.per.ip", String.valueOf(MOST_CONNECTIONS),
                                "connections.max.idle.ms", String.valueOf(IDLE_MS)));
    }

    @AfterAll
    static void close() {
        broker.close();
    }

    private static boolean answers(RawConnection connection) {
        try {
            connection.ask(ApiKeys.API_VERSIONS, new ApiVersionsRequest.Builder());
            return true;
        } catch (IOException closed) {
            return false;
        }
    }

    @Test
    void aConnectionOverTheLimitOpensAndCloses() throws Exception {
        List<RawConnection> open = new ArrayList<>();
        // One of the connections may be the controller's own.
        for (int count = 0; count < MOST_CONNECTIONS; count++) open.add(new RawConnection(broker.port()));
        assertTrue(answers(open.get(0)));
        try (LogLines lines = new LogLines("kafka.network.Acceptor", Level.INFO);
                RawConnection tooMany = new RawConnection(broker.port())) {
            assertThrows(IOException.class, tooMany::receiveFrame, "it could be opened");
            // Without the line it was closed as idle.
            assertTrue(lines.have("address already has the configured maximum of " + MOST_CONNECTIONS + " connections"));
        }
        for (RawConnection connection : open) connection.close();
        Wait.until(
                "the closed ones don't count any more",
                () -> {
                    try (RawConnection next = new RawConnection(broker.port())) {
                        return answers(next);
                    }
                });
    }

    @Test
    void aConnectionThatWaitsForItsAnswerIsClosedAsIdle() throws Exception {
        String topic = Clients.newTopic(broker, Map.of());
        try (LogLines lines = new LogLines("kafka.network.Processor", Level.WARN);
                RawConnection connection = new RawConnection(broker.port())) {
            connection.send(ApiKeys.FETCH, Fetch.request(topic, 2 * IDLE_MS, 1000), (short) 4);
            assertThrows(EOFException.class, connection::receiveFrame);
            String warning = "Attempting to send response via channel for which there is no open connection";
            Wait.until("the answer finds no connection", () -> lines.have(warning));
        }
    }
}
