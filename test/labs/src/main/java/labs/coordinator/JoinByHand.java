package labs.coordinator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import labs.rig.Broker;
import labs.rig.LogLines;
import labs.rig.RawConnection;
import labs.rig.Wait;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.protocol.Errors;
import org.apache.kafka.common.requests.FindCoordinatorRequest;
import org.apache.kafka.common.requests.FindCoordinatorRequest.CoordinatorType;
import org.apache.kafka.common.requests.FindCoordinatorResponse;
import org.apache.kafka.common.requests.HeartbeatRequest;
import org.apache.kafka.common.requests.HeartbeatResponse;
import org.apache.kafka.common.requests.JoinGroupRequest;
import org.apache.kafka.common.requests.JoinGroupRequest.ProtocolMetadata;
import org.apache.kafka.common.requests.JoinGroupResponse;
import org.apache.kafka.common.requests.SyncGroupRequest;
import org.apache.kafka.common.requests.SyncGroupResponse;
import org.apache.log4j.Level;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Proves sentences of core-design/coordinators.md:
 *
 * - Member ids: "version 4 has to come twice: an id that doesn't come back within session.timeout.ms is dropped without
 *   having been a member. Earlier versions become members at once."
 * - The first rebalance: "even if all are there"
 * - A dead member: "runs on executor-Heartbeat if nothing came until then."
 */
class JoinByHand {
    private static final int SESSION_MS = 1000;
    private static final int DELAY_MS = 600;
    private static Broker broker;

    @BeforeAll
    static void start() throws IOException {
        broker =
                new Broker(
                        Map.of(
                                "group.min.session.timeout.ms", "100",
                                "group.initial.rebalance.delay.ms", String.valueOf(DELAY_MS)));
        try (RawConnection connection = new RawConnection(broker.port())) {
            Wait.until("there is a coordinator", () -> coordinatorError(connection) == Errors.NONE);
            Wait.until("it has loaded", () -> join(connection, "warm-up", "", 3).error() == Errors.NONE);
        }
    }

    @AfterAll
    static void close() {
        broker.close();
    }

    private static Errors coordinatorError(RawConnection connection) throws IOException {
        FindCoordinatorRequest.Builder request = new FindCoordinatorRequest.Builder(CoordinatorType.GROUP, "any");
        FindCoordinatorResponse answer = connection.ask(ApiKeys.FIND_COORDINATOR, request);
        return answer.error();
    }

    private static JoinGroupResponse join(RawConnection connection, String group, String memberId, int version)
            throws IOException {
        List<ProtocolMetadata> range = List.of(new ProtocolMetadata("range", ByteBuffer.allocate(0)));
        JoinGroupRequest.Builder request = new JoinGroupRequest.Builder(group, SESSION_MS, memberId, "consumer", range);
        return connection.ask(ApiKeys.JOIN_GROUP, request, (short) version);
    }

    @Test
    void version4AsksForAMemberIdFirstAndAnEmptyGroupWaits() throws IOException {
        try (RawConnection connection = new RawConnection(broker.port(), "client")) {
            JoinGroupResponse first = join(connection, "by-hand", "", 4);
            assertEquals(Errors.MEMBER_ID_REQUIRED, first.error());
            assertTrue(first.memberId().startsWith("client-"), first.memberId());
            long start = System.nanoTime();
            JoinGroupResponse second = join(connection, "by-hand", first.memberId(), 4);
            assertEquals(Errors.NONE, second.error());
            assertTrue((System.nanoTime() - start) / 1_000_000 >= DELAY_MS, "the only member waited for others");
            assertEquals(1, second.generationId());
        }
    }

    @Test
    void anIdThatIsNotUsedInTimeIsDropped() throws Exception {
        try (RawConnection connection = new RawConnection(broker.port())) {
            String id = join(connection, "too-late", "", 4).memberId();
            Thread.sleep(SESSION_MS + 500);
            assertEquals(Errors.UNKNOWN_MEMBER_ID, join(connection, "too-late", id, 4).error());
        }
    }

    @Test
    void aMemberWithoutHeartbeatsIsRemovedAfterItsSession() throws Exception {
        try (LogLines lines = new LogLines("kafka.coordinator.group.GroupCoordinator", Level.INFO);
                RawConnection connection = new RawConnection(broker.port())) {
            JoinGroupResponse joined = join(connection, "silent", "", 3);
            assertEquals(Errors.NONE, joined.error(), "version 3 joins at once");
            Map<String, ByteBuffer> assignment = Map.of(joined.memberId(), ByteBuffer.allocate(0));
            SyncGroupRequest.Builder sync =
                    new SyncGroupRequest.Builder("silent", joined.generationId(), joined.memberId(), assignment);
            SyncGroupResponse synced = connection.ask(ApiKeys.SYNC_GROUP, sync);
            assertEquals(Errors.NONE, synced.error());
            for (int beat = 0; beat < 3; beat++) {
                Thread.sleep(SESSION_MS / 2);
                assertEquals(Errors.NONE, heartbeat(connection, joined));
            }
            String removed = "Member " + joined.memberId() + " in group silent has failed, removing it from the group";
            Wait.until("the member is removed", () -> lines.have(removed));
            assertEquals(Errors.UNKNOWN_MEMBER_ID, heartbeat(connection, joined));
        }
    }

    private static Errors heartbeat(RawConnection connection, JoinGroupResponse joined) throws IOException {
        HeartbeatRequest.Builder request = new HeartbeatRequest.Builder("silent", joined.generationId(), joined.memberId());
        HeartbeatResponse answer = connection.ask(ApiKeys.HEARTBEAT, request);
        return answer.error();
    }
}
