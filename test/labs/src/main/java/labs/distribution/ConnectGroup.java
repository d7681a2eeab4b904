package labs.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import labs.rig.Broker;
import labs.rig.RawConnection;
import labs.rig.Wait;
import org.apache.kafka.clients.admin.AdminClient;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.protocol.Errors;
import org.apache.kafka.common.requests.FindCoordinatorRequest;
import org.apache.kafka.common.requests.FindCoordinatorRequest.CoordinatorType;
import org.apache.kafka.common.requests.FindCoordinatorResponse;
import org.apache.kafka.common.requests.JoinGroupRequest;
import org.apache.kafka.common.requests.JoinGroupRequest.ProtocolMetadata;
import org.apache.kafka.common.requests.JoinGroupResponse;
import org.apache.kafka.common.requests.SyncGroupRequest;
import org.apache.kafka.common.requests.SyncGroupResponse;
import org.junit.jupiter.api.Test;

/**
 * Proves a sentence of key-implementation/distribution.md:
 *
 * - Traps: "the future has no else branch and never completes."
 */
class ConnectGroup {
    private static final int SESSION_MS = 30_000;

    private static Errors coordinatorError(RawConnection connection) throws Exception {
        FindCoordinatorRequest.Builder request = new FindCoordinatorRequest.Builder(CoordinatorType.GROUP, "any");
        FindCoordinatorResponse answer = connection.ask(ApiKeys.FIND_COORDINATOR, request);
        return answer.error();
    }

    /** Makes a group of one member, whose assignment is empty. */
    private static boolean isStable(RawConnection connection, String type) throws Exception {
        List<ProtocolMetadata> protocols = List.of(new ProtocolMetadata("default", ByteBuffer.allocate(0)));
        JoinGroupRequest.Builder asked = new JoinGroupRequest.Builder(type, SESSION_MS, "", type, protocols);
        JoinGroupResponse joined = connection.ask(ApiKeys.JOIN_GROUP, asked, (short) 3);
        if (joined.error() != Errors.NONE) return false;
        SyncGroupRequest.Builder request =
                new SyncGroupRequest.Builder(
                        type, joined.generationId(), joined.memberId(), Map.of(joined.memberId(), ByteBuffer.allocate(0)));
        SyncGroupResponse synced = connection.ask(ApiKeys.SYNC_GROUP, request);
        return synced.error() == Errors.NONE;
    }

    @Test
    void theDescriptionOfAGroupOfConnectNeverComes() throws Exception {
        Broker broker = Broker.shared();
        try (RawConnection connection = new RawConnection(broker.port())) {
            Wait.until("there is a coordinator", () -> coordinatorError(connection) == Errors.NONE);
            for (String type : List.of("consumer", "connect"))
                Wait.until("the group is stable", () -> isStable(connection, type));
            Map<String, Object> settings = Map.of("bootstrap.servers", broker.address(), "request.timeout.ms", "1000");
            try (AdminClient admin = AdminClient.create(settings)) {
                Map<String, KafkaFuture<ConsumerGroupDescription>> described =
                        admin.describeConsumerGroups(List.of("consumer", "connect")).describedGroups();
                assertEquals("consumer", described.get("consumer").get().groupId());
                assertThrows(TimeoutException.class, () -> described.get("connect").get(4, TimeUnit.SECONDS));
            }
        }
    }
}
