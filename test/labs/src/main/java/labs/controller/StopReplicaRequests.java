package labs.controller;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import labs.replication.Pair;
import labs.rig.Clients;
import labs.rig.RawConnection;
import labs.rig.Wait;
import labs.rig.Wire;
import org.apache.kafka.clients.admin.AdminClient;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.protocol.Errors;
import org.apache.kafka.common.requests.ControlledShutdownRequest;
import org.apache.kafka.common.requests.ControlledShutdownResponse;
import org.junit.jupiter.api.Test;

/**
 * Proves sentences of key-implementation/controller.md:
 *
 * - Requests: "a broker gets one empty request and one for each partition."
 * - Traps: "A controlled shutdown queues two StopReplica requests for each partition that the broker follows"
 */
class StopReplicaRequests {
    private static final int FOLLOWED = 3;

    @Test
    void aControlledShutdownAsksForEachFollowedPartitionTwice() throws Exception {
        // The controller's requests have to go through the wire, which counts them.
        try (Pair pair = new Pair(Map.of("inter.broker.listener.name", "WIRED"))) {
            for (int number = 0; number < FOLLOWED; number++) pair.replicated("followed-" + number, Map.of());
            Wire wire = pair.follower.wire;
            assertEquals(0, wire.requests(ApiKeys.STOP_REPLICA));

            // The follower itself stays, so that each request finds it.
            short version = ApiKeys.CONTROLLED_SHUTDOWN.latestVersion();
            long brokerEpoch = pair.follower.server().kafkaController().brokerEpoch();
            try (RawConnection connection = new RawConnection(pair.leader.port())) {
                ControlledShutdownResponse answer =
                        connection.ask(
                                ApiKeys.CONTROLLED_SHUTDOWN, new ControlledShutdownRequest.Builder(1, brokerEpoch, version));
                assertEquals(Errors.NONE, answer.error());
            }
            int queued = 2 * (FOLLOWED + 1);
            Wait.until("all have come", () -> wire.requests(ApiKeys.STOP_REPLICA) >= queued);
            // What the controller queues for a new topic comes behind all of them.
            int updates = wire.requests(ApiKeys.UPDATE_METADATA);
            try (AdminClient admin = Clients.admin(pair.leader)) {
                admin.createTopics(List.of(new NewTopic("later", Map.of(0, List.of(0))))).all().get();
            }
            Wait.until("a later request has come", () -> wire.requests(ApiKeys.UPDATE_METADATA) > updates);
            assertEquals(queued, wire.requests(ApiKeys.STOP_REPLICA));
        }
    }
}
