package labs.controller;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import kafka.controller.KafkaController;
import labs.rig.Broker;
import labs.rig.Clients;
import labs.rig.Metric;
import labs.rig.Wait;
import org.junit.jupiter.api.Test;

/**
 * Proves sentences of key-implementation/controller.md:
 *
 * - Traps: "from the second use on, the metric shows the time since the first."
 */
class OldEvents {
    private static final String QUEUE_TIME = "kafka.controller:type=ControllerEventManager,name=EventQueueTimeMs";
    private static final int GAP_MS = 500;

    @Test
    void theQueueTimeOfASecondTopicChangeCountsFromTheFirst() throws Exception {
        Broker broker = Broker.shared();
        KafkaController controller = broker.server().kafkaController();
        Clients.newTopic(broker, Map.of());
        long first = controller.TopicChange().enqueueTimeMs();
        Wait.until("some time has gone by", () -> System.currentTimeMillis() > first + GAP_MS);
        double events = Metric.of(QUEUE_TIME, "Count");
        long since = System.currentTimeMillis() - first;
        Clients.newTopic(broker, Map.of());
        Wait.until("the event has been handled", () -> Metric.of(QUEUE_TIME, "Count") > events);
        Wait.until("the metric has the time since the first", () -> Metric.of(QUEUE_TIME, "Max") >= since);
        assertEquals(first, controller.TopicChange().enqueueTimeMs(), "it is the same object");
    }
}
