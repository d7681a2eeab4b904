package labs.controller;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import kafka.server.KafkaApis;
import labs.rig.Broker;
import labs.rig.LogLines;
import labs.rig.RawConnection;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.protocol.Errors;
import org.apache.kafka.common.requests.ControlledShutdownRequest;
import org.apache.kafka.common.requests.ControlledShutdownResponse;
import org.apache.kafka.common.requests.UpdateMetadataRequest;
import org.apache.kafka.common.requests.UpdateMetadataResponse;
import org.apache.log4j.Level;
import org.junit.jupiter.api.Test;

/**
 * Proves sentences of key-implementation/controller.md:
 *
 * - Broker epoch: "An older epoch is answered with STALE_BROKER_EPOCH."
 * - Traps: "After an expired session a request may come before the broker has stored its new epoch: larger than current
 *   broker epoch is thrown, the request is lost."
 * - Controlled shutdown: "A broker unknown to the context gets UNKNOWN_SERVER_ERROR, since the look-up throws."
 */
class RefusedRequests {
    private static final int UNKNOWN_BROKER = 99;
    private final Broker broker = Broker.shared();
    private final long brokerEpoch = broker.server().kafkaController().brokerEpoch();

    private Errors updateMetadata(RawConnection connection, long epoch) throws IOException {
        short version = ApiKeys.UPDATE_METADATA.latestVersion();
        int controllerEpoch = broker.server().kafkaController().epoch();
        UpdateMetadataRequest.Builder request =
                new UpdateMetadataRequest.Builder(version, 0, controllerEpoch, epoch, Map.of(), Set.of());
        UpdateMetadataResponse answer = connection.ask(ApiKeys.UPDATE_METADATA, request);
        return answer.error();
    }

    @Test
    void aRequestForAnotherBrokerEpochIsRefusedByAnErrorThatTellsIfItIsTooNew() throws Exception {
        try (RawConnection connection = new RawConnection(broker.port());
                LogLines lines = new LogLines(KafkaApis.class, Level.ERROR)) {
            assertEquals(Errors.STALE_BROKER_EPOCH, updateMetadata(connection, brokerEpoch - 1));
            assertEquals(Errors.UNKNOWN_SERVER_ERROR, updateMetadata(connection, brokerEpoch + 1));
            assertTrue(lines.have("Error when handling request"), lines.toString());
        }
    }

    @Test
    void theControlledShutdownOfAnUnknownBrokerGetsAnUnknownError() throws Exception {
        short version = ApiKeys.CONTROLLED_SHUTDOWN.latestVersion();
        ControlledShutdownRequest.Builder request = new ControlledShutdownRequest.Builder(UNKNOWN_BROKER, brokerEpoch, version);
        try (RawConnection connection = new RawConnection(broker.port())) {
            ControlledShutdownResponse answer = connection.ask(ApiKeys.CONTROLLED_SHUTDOWN, request);
            assertEquals(Errors.UNKNOWN_SERVER_ERROR, answer.error());
        }
    }
}
