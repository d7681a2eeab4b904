package labs.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import kafka.network.RequestChannel;
import kafka.security.auth.Operation;
import kafka.security.auth.Resource;
import kafka.security.auth.SimpleAclAuthorizer;
import labs.rig.Broker;
import labs.rig.RawConnection;
import labs.rig.Wait;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.requests.ApiVersionsRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Proves sentences of core-design/how-to-read.md, with an authorizer that stops the start between the ports and the
 * network threads:
 *
 * - Ports before registration: "Between the two a client can connect, and its connection lies in a processor's
 *   newConnections unanswered."
 * - Ports before registration: "when all of a listener are full, its acceptor waits, and if the start then fails, the
 *   stop waits for this acceptor without end."
 * - Logs: "Without the marker the state is 2 until step 34."
 * - Traps: "shutdown throws still starting up, cannot shut down!"
 */
public class PortBeforeStart {
    private static final int PLACES = 20;
    private static volatile Runnable halfway = () -> {};
    private Broker broker;

    /** Does what a test wants in step 29, on the thread that starts the broker. */
    public static class Halfway extends SimpleAclAuthorizer {
        @Override
        public void configure(Map<String, ?> settings) {
            halfway.run();
        }

        @Override
        public boolean authorize(RequestChannel.Session session, Operation operation, Resource resource) {
            return true;
        }
    }

    @BeforeEach
    void start() {
        broker = new Broker(Map.of("authorizer.class.name", Halfway.class.getName(), "num.network.threads", "1"));
        broker.stop();
    }

    @AfterEach
    void close() {
        halfway = () -> {};
        broker.close();
    }

    private static <T> T unchecked(Callable<T> action) {
        try {
            return action.call();
        } catch (Exception error) {
            throw new AssertionError(error);
        }
    }

    @Test
    void aConnectionFromTheTimeBeforeTheNetworkThreadsIsAnsweredAfterTheStart() throws Exception {
        AtomicReference<RawConnection> early = new AtomicReference<>();
        List<Integer> states = new ArrayList<>();
        ApiVersionsRequest.Builder request = new ApiVersionsRequest.Builder();
        halfway =
                () -> {
                    states.add((int) broker.server().brokerState().currentState());
                    early.set(unchecked(() -> new RawConnection(broker.port())));
                    unchecked(() -> early.get().send(ApiKeys.API_VERSIONS, request, (short) 0));
                    assertFalse(unchecked(() -> early.get().answersWithin(500)), "nobody answers");
                    Throwable refused = assertThrows(IllegalStateException.class, () -> broker.server().shutdown());
                    assertTrue(refused.getMessage().contains("still starting up, cannot shut down!"));
                };
        broker.restart();
        early.get().receive(ApiKeys.API_VERSIONS, (short) 0);
        assertEquals(3, broker.server().brokerState().currentState());

        broker.stop();
        assertTrue(new File(broker.logFolder(), ".kafka_cleanshutdown").delete());
        broker.restart();
        assertEquals(List.of(1, 2), states, "the state with the marker and without it");
    }

    @Test
    @Tag("slow")
    void theStopAfterAFailedStartWaitsForAnAcceptorWhoseProcessorsAreFull() throws Exception {
        List<Socket> waiting = new ArrayList<>();
        halfway =
                () -> {
                    while (waiting.size() <= PLACES) waiting.add(unchecked(() -> new Socket("127.0.0.1", broker.port())));
                    Wait.until("the acceptor waits", () -> !waitingAcceptors().isEmpty());
                    throw new IllegalStateException("a start that fails");
                };
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Thread main = new Thread(() -> failure.set(assertThrows(Throwable.class, broker::restart)), "labs-main");
        main.start();
        try {
            Wait.until("the stop waits", () -> isIn(main, "stopProcessingRequests"));
            main.join(1500);
            assertTrue(isIn(main, "stopProcessingRequests"), "it waits on");
            assertEquals(1, waitingAcceptors().size());
        } finally {
            waitingAcceptors().forEach(Thread::interrupt);
        }
        main.join();
        assertEquals("a start that fails", failure.get().getMessage());
        for (Socket socket : waiting) socket.close();
    }

    private static List<Thread> waitingAcceptors() {
        var threads = Thread.getAllStackTraces().keySet().stream();
        var acceptors = threads.filter(thread -> thread.getName().contains("kafka-socket-acceptor"));
        return acceptors.filter(thread -> isIn(thread, "put")).collect(Collectors.toList());
    }

    private static boolean isIn(Thread thread, String method) {
        return List.of(thread.getStackTrace()).stream().anyMatch(frame -> frame.getMethodName().equals(method));
    }
}
