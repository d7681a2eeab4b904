package labs.sessions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.apache.kafka.common.protocol.Errors;
import org.apache.kafka.common.requests.FetchMetadata;
import org.junit.jupiter.api.Test;

/**
 * Proves sentences of key-implementation/fetch-sessions.md:
 *
 * - Eviction: "As no fetch refreshes the value (below), it is the oldest session, in use or not."
 * - Eviction: "takes the place of the consumers' session with the fewest partitions."
 * - Eviction: "consumers can't push out anything younger than 2 minutes."
 * - The end of a session: "Nothing removes one because of time alone"
 * - Settings and memory: "0 turns sessions off."
 */
class SessionInUseEvicted {
    private static final int NONE = FetchMetadata.INVALID_SESSION_ID;

    @Test
    void theOldestSessionGoesAlthoughItIsUsedAndAFollowers() {
        Sessions sessions = new Sessions(2);
        int follower = sessions.open(3, true);
        sessions.pass(1);
        int idle = sessions.open(3, false);
        sessions.pass(Sessions.EVICTION_MS);
        assertEquals(Errors.NONE, sessions.use(follower, 1));
        assertTrue(sessions.has(follower), "time alone removes nothing");
        assertTrue(sessions.has(idle));

        int newcomer = sessions.open(1, false);
        assertNotEquals(NONE, newcomer);
        assertFalse(sessions.has(follower), "the session that was used just now is gone");
        assertTrue(sessions.has(idle), "the one that never was used stays");
        assertEquals(Errors.FETCH_SESSION_ID_NOT_FOUND, sessions.use(follower, 2));
    }

    @Test
    void withinTwoMinutesOnlyAFollowerFindsASlotInAFullCache() {
        Sessions sessions = new Sessions(3);
        int large = sessions.open(5, false);
        int small = sessions.open(2, false);
        int follower = sessions.open(1, true);
        sessions.pass(Sessions.EVICTION_MS);
        assertEquals(NONE, sessions.open(100, false), "a consumer gets none, however many partitions it has");
        assertEquals(3, sessions.cache.size());

        assertNotEquals(NONE, sessions.open(1, true));
        assertFalse(sessions.has(small));
        assertTrue(sessions.has(large));
        assertTrue(sessions.has(follower));

        assertNotEquals(NONE, sessions.open(1, true));
        assertFalse(sessions.has(large));
        assertEquals(NONE, sessions.open(9, true), "followers don't push out each other");
    }

    @Test
    void aCacheWithoutSlotsMakesNoSession() {
        Sessions sessions = new Sessions(0);
        assertEquals(NONE, sessions.open(1, false));
        assertEquals(NONE, sessions.open(1, true));
        assertEquals(0, sessions.cache.size());
    }
}
