package labs.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.List;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.security.ssl.SslPrincipalMapper;
import org.junit.jupiter.api.Test;

/**
 * Proves sentences of key-implementation/security.md:
 *
 * - Traps: "a rule for a name with a comma and a blank inside a value can't match."
 * - Names from certificates: "the first rule that matches wins. If none does, building the principal throws"
 */
class NamesFromCertificates {
    /** Makes the rules from the text of the setting, as the broker does. */
    @SuppressWarnings("unchecked")
    private static SslPrincipalMapper rules(String setting) {
        Object list = ConfigDef.parseType("ssl.principal.mapping.rules", setting, ConfigDef.Type.LIST);
        return SslPrincipalMapper.fromRules((List<String>) list);
    }

    @Test
    void aRuleLosesTheBlankAfterItsComma() throws IOException {
        String name = "CN=alice,O=Smith\\, Jones";
        String exact = "RULE:^CN=(.*?),O=Smith\\\\, Jones$/$1/";
        assertEquals("alice", name.replaceAll("^CN=(.*?),O=Smith\\\\, Jones$", "$1"), "the pattern itself matches");
        assertEquals(name, rules(exact + ",DEFAULT").getName(name), "the rule doesn't");
        assertThrows(IOException.class, () -> rules(exact).getName(name));
        assertEquals("alice", rules(exact).getName("CN=alice,O=Smith\\,Jones"), "it matches a name without the blank");
    }

    @Test
    void theFirstRuleThatMatchesWins() throws IOException {
        SslPrincipalMapper rules = rules("RULE:^CN=(a.*?),.*$/$1/U, RULE:^CN=(.*?),.*$/$1/");
        assertEquals("ALICE", rules.getName("CN=alice,O=X"));
        assertEquals("bob", rules.getName("CN=bob,O=X"));
        assertThrows(IOException.class, () -> rules.getName("OU=X"));
    }
}
