package labs.metadata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import labs.rig.Clients;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.protocol.Errors;
import org.apache.kafka.common.requests.AbstractResponse;
import org.apache.kafka.common.requests.ApiVersionsResponse;
import org.apache.kafka.common.requests.MetadataResponse;
import org.apache.kafka.common.requests.MetadataResponse.PartitionMetadata;
import org.apache.kafka.common.requests.MetadataResponse.TopicMetadata;
import org.apache.kafka.common.requests.RequestHeader;
import org.junit.jupiter.api.Test;

/**
 * Proves sentences of key-implementation/metadata-propagation.md:
 *
 * - An answer arrives: "Without any broker in it the answer is a failed attempt"
 * - Metadata propagation: "after the last accepted answer or recorded failure."
 */
class AnswerWithoutBrokers {
    private static final String TOPIC = "topic";
    private static final int BACKOFF_MS = 200;
    private static final int EMPTY_ANSWERS = 3;
    private final List<Long> asked = new CopyOnWriteArrayList<>();

    /** Answers as a broker that has had no UpdateMetadata yet, and that gets one after some requests. */
    private AbstractResponse answer(RequestHeader header, int port) {
        if (header.apiKey() == ApiKeys.API_VERSIONS) return ApiVersionsResponse.defaultApiVersionsResponse();
        asked.add(System.nanoTime() / 1_000_000);
        if (asked.size() <= EMPTY_ANSWERS) return new MetadataResponse(List.of(), "cluster", -1, List.of());
        Node node = new Node(0, "127.0.0.1", port);
        List<Node> nodes = List.of(node);
        PartitionMetadata partition = new PartitionMetadata(Errors.NONE, 0, node, Optional.of(0), nodes, nodes, List.of());
        return new MetadataResponse(nodes, "cluster", 0, List.of(new TopicMetadata(Errors.NONE, TOPIC, false, List.of(partition))));
    }

    private void serve(ServerSocket door) {
        while (true) {
            try (Socket client = door.accept()) {
                DataInputStream in = new DataInputStream(client.getInputStream());
                while (true) {
                    byte[] frame = new byte[in.readInt()];
                    in.readFully(frame);
                    RequestHeader header = RequestHeader.parse(ByteBuffer.wrap(frame));
                    AbstractResponse answer = answer(header, door.getLocalPort());
                    ByteBuffer bytes = answer.serialize(header.apiVersion(), header.toResponseHeader());
                    ByteBuffer sized = ByteBuffer.allocate(Integer.BYTES + bytes.remaining());
                    sized.putInt(bytes.remaining()).put(bytes);
                    client.getOutputStream().write(sized.array());
                }
            } catch (IOException ended) {
                if (door.isClosed()) return;
            }
        }
    }

    @Test
    void theClientAsksAgainAfterTheBackOff() throws Exception {
        try (ServerSocket door = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"))) {
            // One thread for each of the two connections: to the bootstrap address, and to the broker of the last answer.
            for (int count = 0; count < 2; count++) {
                Thread thread = new Thread(() -> serve(door), "labs-door");
                thread.setDaemon(true);
                thread.start();
            }
            Map<String, Object> settings = Map.of("retry.backoff.ms", BACKOFF_MS);
            try (KafkaProducer<String, String> producer = Clients.producer("127.0.0.1:" + door.getLocalPort(), settings)) {
                assertEquals(1, producer.partitionsFor(TOPIC).size());
            }
        }
        List<Long> times = new ArrayList<>(asked);
        assertTrue(times.size() > EMPTY_ANSWERS, times.toString());
        for (int number = 1; number <= EMPTY_ANSWERS; number++) {
            long pause = times.get(number) - times.get(number - 1);
            assertTrue(pause >= BACKOFF_MS - 5, "after " + pause + " ms");
        }
    }
}
