package labs.messages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import kafka.api.ApiVersion$;
import org.apache.kafka.clients.NodeApiVersions;
import org.apache.kafka.common.errors.UnsupportedVersionException;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.requests.ApiVersionsResponse.ApiVersion;
import org.apache.kafka.common.requests.MetadataRequest;
import org.junit.jupiter.api.Test;

/**
 * Proves sentences of key-implementation/messages.md:
 *
 * - Versions: "The result is the upper end of the common range of broker and builder. A key that the broker hasn't announced
 *   and an empty range both throw UnsupportedVersionException."
 * - Names of versions: "A short name such as 2.2 means the last stage of that release"
 * - Changing a message: "A builder says what may not get lost:"
 */
class UsableVersions {
    @Test
    void theHighestCommonVersionIsTaken() {
        NodeApiVersions broker = new NodeApiVersions(List.of(new ApiVersion(ApiKeys.FETCH.id, (short) 2, (short) 4)));
        assertEquals(4, broker.latestUsableVersion(ApiKeys.FETCH));
        assertEquals(3, broker.latestUsableVersion(ApiKeys.FETCH, (short) 0, (short) 3));
        assertThrows(
                UnsupportedVersionException.class,
                () -> broker.latestUsableVersion(ApiKeys.FETCH, (short) 5, (short) 10),
                "the ranges have nothing in common");
        assertThrows(UnsupportedVersionException.class, () -> broker.latestUsableVersion(ApiKeys.METADATA));
    }

    @Test
    void anOldVersionThatWouldLoseWhatWasAskedForIsRefused() {
        MetadataRequest.Builder request = new MetadataRequest.Builder(List.of("topic"), false);
        assertEquals(4, request.build((short) 4).version());
        assertThrows(UnsupportedVersionException.class, () -> request.build((short) 3));
        assertEquals(3, new MetadataRequest.Builder(List.of("topic"), true).build((short) 3).version());
    }

    @Test
    void aShortNameIsTheLastStage() {
        assertEquals("2.2-IV1", ApiVersion$.MODULE$.apply("2.2").version());
        assertEquals("2.2-IV0", ApiVersion$.MODULE$.apply("2.2-IV0").version());
        assertThrows(IllegalArgumentException.class, () -> ApiVersion$.MODULE$.apply("2.3"));
        assertEquals(22, ApiVersion$.MODULE$.allVersions().size());
    }
}
