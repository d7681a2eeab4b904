package labs.security;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.util.Map;
import java.util.Set;
import kafka.network.RequestChannel.Session;
import kafka.security.auth.Acl;
import kafka.security.auth.Allow$;
import kafka.security.auth.Deny$;
import kafka.security.auth.Describe$;
import kafka.security.auth.Operation;
import kafka.security.auth.PermissionType;
import kafka.security.auth.Read$;
import kafka.security.auth.Resource;
import kafka.security.auth.SimpleAclAuthorizer;
import kafka.security.auth.Topic$;
import kafka.security.auth.Write$;
import labs.rig.Broker;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.security.auth.KafkaPrincipal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import scala.collection.JavaConverters;

/**
 * Proves sentences of key-implementation/security.md:
 *
 * - Traps: "the first ACL that covers a topic, also by prefix or *, and whoever it names, shuts out all others."
 * - Traps: "A host name in an ACL never matches: it is compared with the address."
 * - Traps: "A super user isn't stopped by Deny."
 * - The decision: "Read, Write, Delete and Alter imply Describe, and AlterConfigs implies DescribeConfigs. Deny implies nothing."
 */
class AclDecisions {
    private static final KafkaPrincipal ALICE = user("alice");
    private static final KafkaPrincipal BOB = user("bob");
    private static final KafkaPrincipal ROOT = user("root");
    private static final String ANY_HOST = "*";
    private final SimpleAclAuthorizer authorizer = new SimpleAclAuthorizer();

    private static KafkaPrincipal user(String name) {
        return new KafkaPrincipal(KafkaPrincipal.USER_TYPE, name);
    }

    @BeforeEach
    void start() {
        String zooKeeper = Broker.shared().server().config().zkConnect();
        authorizer.configure(
                Map.of("zookeeper.connect", zooKeeper, "super.users", "User:root", "allow.everyone.if.no.acl.found", "true"));
    }

    @AfterEach
    void close() {
        JavaConverters.setAsJavaSet(authorizer.getAcls().keySet()).forEach(authorizer::removeAcls);
        authorizer.close();
    }

    private void add(String topic, PatternType pattern, KafkaPrincipal who, PermissionType type, String host, Operation op) {
        Acl acl = new Acl(who, type, host, op);
        authorizer.addAcls(JavaConverters.asScalaSet(Set.of(acl)).<Acl>toSet(), new Resource(Topic$.MODULE$, topic, pattern));
    }

    private boolean may(KafkaPrincipal who, Operation what, String topic) throws Exception {
        // The name is known already, so that no look-up would be needed to compare it.
        InetAddress address = InetAddress.getByAddress("localhost", new byte[] {127, 0, 0, 1});
        return authorizer.authorize(new Session(who, address), what, new Resource(Topic$.MODULE$, topic, PatternType.LITERAL));
    }

    @Test
    void theFirstAclOfATopicShutsOutAllOthers() throws Exception {
        assertTrue(may(BOB, Read$.MODULE$, "orders"));
        add("orders", PatternType.LITERAL, ALICE, Allow$.MODULE$, ANY_HOST, Read$.MODULE$);
        assertTrue(may(ALICE, Read$.MODULE$, "orders"));
        assertFalse(may(BOB, Read$.MODULE$, "orders"));
        assertTrue(may(BOB, Read$.MODULE$, "payments"));
        add("pay", PatternType.PREFIXED, ALICE, Allow$.MODULE$, ANY_HOST, Read$.MODULE$);
        assertFalse(may(BOB, Read$.MODULE$, "payments"));
        assertTrue(may(BOB, Read$.MODULE$, "other"));
        add("*", PatternType.LITERAL, ALICE, Allow$.MODULE$, ANY_HOST, Read$.MODULE$);
        assertFalse(may(BOB, Read$.MODULE$, "other"));
    }

    @Test
    void aHostNameNeverMatches() throws Exception {
        add("orders", PatternType.LITERAL, ALICE, Allow$.MODULE$, "localhost", Read$.MODULE$);
        assertFalse(may(ALICE, Read$.MODULE$, "orders"));
        add("orders", PatternType.LITERAL, ALICE, Allow$.MODULE$, "127.0.0.1", Read$.MODULE$);
        assertTrue(may(ALICE, Read$.MODULE$, "orders"));
    }

    @Test
    void aSuperUserIsNotStoppedByDenyAndDenyImpliesNothing() throws Exception {
        add("orders", PatternType.LITERAL, ROOT, Deny$.MODULE$, ANY_HOST, Read$.MODULE$);
        assertTrue(may(ROOT, Read$.MODULE$, "orders"));
        add("orders", PatternType.LITERAL, ALICE, Allow$.MODULE$, ANY_HOST, Write$.MODULE$);
        add("orders", PatternType.LITERAL, ALICE, Deny$.MODULE$, ANY_HOST, Read$.MODULE$);
        assertTrue(may(ALICE, Write$.MODULE$, "orders"));
        assertTrue(may(ALICE, Describe$.MODULE$, "orders"), "Write implies it, and Deny of Read doesn't take it away");
        assertFalse(may(ALICE, Read$.MODULE$, "orders"));
    }
}
