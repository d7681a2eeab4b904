package labs.configuration;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import labs.rig.Broker;
import labs.rig.Clients;
import org.apache.kafka.clients.admin.AdminClient;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;

/** Alters and describes settings as an AdminClient does. */
final class Configs {
    /** The level of all brokers. */
    static final ConfigResource DEFAULT = new ConfigResource(ConfigResource.Type.BROKER, "");

    /** The level of the broker with the usual id. */
    static final ConfigResource OWN = new ConfigResource(ConfigResource.Type.BROKER, "0");

    private Configs() {}

    /** Replaces all that a level has. The answer comes before the broker has applied it. */
    static void alter(Broker broker, ConfigResource resource, Map<String, String> settings) throws Exception {
        List<ConfigEntry> entries =
                settings.entrySet().stream()
                        .map(setting -> new ConfigEntry(setting.getKey(), setting.getValue()))
                        .collect(Collectors.toList());
        try (AdminClient admin = Clients.admin(broker)) {
            admin.alterConfigs(Map.of(resource, new Config(entries))).all().get();
        }
    }

    static ConfigEntry describe(Broker broker, ConfigResource resource, String name) throws Exception {
        try (AdminClient admin = Clients.admin(broker)) {
            return admin.describeConfigs(List.of(resource)).all().get().get(resource).get(name);
        }
    }
}
