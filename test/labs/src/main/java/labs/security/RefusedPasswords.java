package labs.security;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import kafka.zk.AdminZkClient;
import labs.rig.Broker;
import labs.rig.Clients;
import labs.rig.Wait;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.network.ListenerName;
import org.apache.kafka.common.security.scram.internals.ScramCredentialUtils;
import org.apache.kafka.common.security.scram.internals.ScramFormatter;
import org.apache.kafka.common.security.scram.internals.ScramMechanism;
import org.junit.jupiter.api.Test;

/**
 * Proves sentences of key-implementation/security.md:
 *
 * - Tokens: "keeps its message, and the answer is held back until the close (PLAIN's wrong password)."
 * - Tokens: "gets a general message, sent at once; only the close is delayed (SCRAM's wrong password or unknown user)."
 * - Traps: "the answer to a wrong password goes out at once. A client that closes and connects again doesn't wait for the delay."
 * - SCRAM's users: "Deleted credentials stop new logins, not connections that are authenticated."
 */
class RefusedPasswords {
    private static final int DELAY_MS = 3000;
    private static final String LISTENERS = "DIRECT://127.0.0.1:0,WIRED://127.0.0.1:0,SASL://127.0.0.1:0";
    private static final String LOGIN = "org.apache.kafka.common.security.";
    private static final String PLAIN_USERS = LOGIN + "plain.PlainLoginModule required user_alice=\"right\";";
    private static final Duration LONG = Duration.ofSeconds(30);

    private static Broker start() {
        return new Broker(
                Map.of(
                        "listeners", LISTENERS,
                        "advertised.listeners", LISTENERS,
                        "listener.security.protocol.map", "DIRECT:PLAINTEXT,WIRED:PLAINTEXT,SASL:SASL_PLAINTEXT",
                        "sasl.enabled.mechanisms", "PLAIN,SCRAM-SHA-256",
                        "listener.name.sasl.plain.sasl.jaas.config", PLAIN_USERS,
                        "listener.name.sasl.scram-sha-256.sasl.jaas.config", LOGIN + "scram.ScramLoginModule required;",
                        "connection.failed.authentication.delay.ms", String.valueOf(DELAY_MS)));
    }

    private static KafkaConsumer<String, String> client(Broker broker, String mechanism, String password) {
        String module = mechanism.equals("PLAIN") ? "plain.PlainLoginModule" : "scram.ScramLoginModule";
        String login = String.format("%s%s required username=\"alice\" password=\"%s\";", LOGIN, module, password);
        String address = "127.0.0.1:" + broker.server().boundPort(ListenerName.normalised("SASL"));
        return Clients.consumer(
                address, Map.of("security.protocol", "SASL_PLAINTEXT", "sasl.mechanism", mechanism, "sasl.jaas.config", login));
    }

    private static boolean mayLogIn(Broker broker, String mechanism) {
        try (KafkaConsumer<String, String> client = client(broker, mechanism, "right")) {
            client.listTopics(LONG);
            return true;
        } catch (SaslAuthenticationException refused) {
            return false;
        }
    }

    /** Returns after how many milliseconds a client with the wrong password knows it. */
    private static long refusal(Broker broker, String mechanism, String message) {
        try (KafkaConsumer<String, String> client = client(broker, mechanism, "wrong")) {
            long begin = System.nanoTime();
            var error = assertThrows(SaslAuthenticationException.class, () -> client.listTopics(LONG));
            long ms = (System.nanoTime() - begin) / 1_000_000;
            assertTrue(error.getMessage().contains(message), error.getMessage());
            return ms;
        }
    }

    private static void setUser(Broker broker, Properties credentials) {
        new AdminZkClient(broker.server().zkClient()).changeUserOrUserClientIdConfig("alice", credentials);
    }

    @Test
    void onlyPlainWaitsForTheDelay() throws Exception {
        try (Broker broker = start()) {
            ScramFormatter formatter = new ScramFormatter(ScramMechanism.SCRAM_SHA_256);
            Properties credentials = new Properties();
            String credential = ScramCredentialUtils.credentialToString(formatter.generateCredential("right", 4096));
            credentials.put("SCRAM-SHA-256", credential);
            setUser(broker, credentials);
            Wait.until("the broker knows the user", () -> mayLogIn(broker, "SCRAM-SHA-256"));
            assertTrue(mayLogIn(broker, "PLAIN"));

            long scram = refusal(broker, "SCRAM-SHA-256", "due to invalid credentials");
            assertTrue(scram < DELAY_MS, "after " + scram + " ms");
            long plain = refusal(broker, "PLAIN", "Invalid username or password");
            assertTrue(plain >= DELAY_MS, "after " + plain + " ms");

            try (KafkaConsumer<String, String> connected = client(broker, "SCRAM-SHA-256", "right")) {
                // The first goes to the bootstrap address, all later ones over a connection to the broker by its id.
                connected.listTopics(LONG);
                connected.listTopics(LONG);
                setUser(broker, new Properties());
                Wait.until("no new login is possible", () -> !mayLogIn(broker, "SCRAM-SHA-256"));
                connected.listTopics(LONG);
            }
        }
    }
}
