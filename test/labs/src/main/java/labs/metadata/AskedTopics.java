package labs.metadata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import labs.rig.Broker;
import labs.rig.Clients;
import labs.rig.RawConnection;
import labs.rig.Wait;
import org.apache.kafka.common.errors.UnsupportedVersionException;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.protocol.Errors;
import org.apache.kafka.common.requests.MetadataRequest;
import org.apache.kafka.common.requests.MetadataResponse;
import org.junit.jupiter.api.Test;

/**
 * Proves sentences of key-implementation/metadata-propagation.md:
 *
 * - The request: "From 1 on, null means all topics and an empty list none; in 0 the empty list means all."
 * - The request: "A client of 2.2.0 builds versions 1 to 7."
 * - The request: "below 4, a client that forbids it fails with UnsupportedVersionException."
 * - Auto creation: "It doesn't wait for the controller: the answer is LEADER_NOT_AVAILABLE"
 * - Missing topics: "Otherwise the answer is UNKNOWN_TOPIC_OR_PARTITION."
 */
class AskedTopics {
    private final Broker broker = Broker.shared();

    private MetadataResponse ask(RawConnection connection, MetadataRequest.Builder request, int version) throws IOException {
        return connection.ask(ApiKeys.METADATA, request, (short) version);
    }

    private Errors error(RawConnection connection, String topic, boolean mayCreate) throws IOException {
        MetadataRequest.Builder request = new MetadataRequest.Builder(List.of(topic), mayCreate);
        return ask(connection, request, ApiKeys.METADATA.latestVersion()).topicMetadata().iterator().next().error();
    }

    @Test
    void nullAsksForAllTopicsAndAnEmptyListForNoneButInVersionZero() throws Exception {
        Clients.newTopic(broker, Map.of());
        MetadataRequest.Builder none = new MetadataRequest.Builder(List.of(), true);
        try (RawConnection connection = new RawConnection(broker.port())) {
            assertTrue(ask(connection, none, 1).topicMetadata().isEmpty());
            assertFalse(ask(connection, MetadataRequest.Builder.allTopics(), 1).topicMetadata().isEmpty());
            // The client of 2.2.0 can't build this one: key, version, correlation id, no client id, an empty list.
            ByteBuffer oldest = ByteBuffer.allocate(14);
            oldest.putShort(ApiKeys.METADATA.id).putShort((short) 0).putInt(0).putShort((short) -1).putInt(0).rewind();
            connection.sendFrame(oldest);
            MetadataResponse all = connection.receive(ApiKeys.METADATA, (short) 0);
            assertFalse(all.topicMetadata().isEmpty());
        }
    }

    @Test
    void onlyFromVersionFourOnAClientMayForbidCreation() {
        MetadataRequest.Builder request = new MetadataRequest.Builder(List.of("any"), false);
        assertThrows(UnsupportedVersionException.class, () -> request.build((short) 3));
        assertEquals(4, request.build((short) 4).version());
        assertThrows(UnsupportedVersionException.class, () -> MetadataRequest.Builder.allTopics().build((short) 0));
        assertEquals(7, ApiKeys.METADATA.latestVersion());
    }

    @Test
    void aMissingTopicIsUnknownOrCreatedWithoutWaiting() throws Exception {
        try (RawConnection connection = new RawConnection(broker.port())) {
            assertEquals(Errors.UNKNOWN_TOPIC_OR_PARTITION, error(connection, "mistyped", false));
            assertFalse(broker.server().zkClient().topicExists("mistyped"));
            assertEquals(Errors.LEADER_NOT_AVAILABLE, error(connection, "mistyped", true));
            assertTrue(broker.server().zkClient().topicExists("mistyped"));
            Wait.until("the broker knows the topic", () -> error(connection, "mistyped", false) == Errors.NONE);
        }
    }
}
