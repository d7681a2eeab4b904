package labs.messages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Map;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.protocol.Errors;
import org.apache.kafka.common.protocol.types.ArrayOf;
import org.apache.kafka.common.protocol.types.Field;
import org.apache.kafka.common.protocol.types.Schema;
import org.apache.kafka.common.protocol.types.SchemaException;
import org.apache.kafka.common.protocol.types.Struct;
import org.apache.kafka.common.protocol.types.Type;
import org.junit.jupiter.api.Test;

/**
 * Proves sentences of key-implementation/messages.md:
 *
 * - Schemas: "Reading ends with the last field; neither Schema nor ApiKeys looks whether bytes are left."
 * - Arrays: "A count above the number of bytes left is refused before the array is allocated."
 * - Arrays: "A negative count is null where the array was made with nullable, else a SchemaException."
 * - Structs: "throws for a field that the schema doesn't have; setIfExists drops the value silently."
 * - Structs: "A missing value becomes the field's default, else null for a nullable type, else a SchemaException."
 * - Keys: "is 0 for each key: 2.2.0 has dropped no version."
 * - Errors: "83 constants, codes -1 to 81"
 * - Errors: "goes on with UNKNOWN_SERVER_ERROR, which isn't retriable."
 */
class FieldByField {
    private static final Schema SCHEMA =
            new Schema(
                    new Field("count", Type.INT32, "", 7),
                    new Field("text", Type.NULLABLE_STRING, ""),
                    new Field("name", Type.STRING, ""));

    private static ByteBuffer count(int count, int bytesBehind) {
        ByteBuffer buffer = ByteBuffer.allocate(Integer.BYTES + bytesBehind);
        buffer.putInt(count).rewind();
        return buffer;
    }

    @Test
    void bytesBehindTheLastFieldAreLeft() {
        Struct written = new Struct(SCHEMA).set("count", 3).set("name", "a");
        ByteBuffer buffer = ByteBuffer.allocate(written.sizeOf() + 5);
        written.writeTo(buffer);
        buffer.rewind();
        assertEquals(written, SCHEMA.read(buffer));
        assertEquals(5, buffer.remaining());

        // The body of a request: no topics, and something more.
        ByteBuffer body = count(0, 9);
        assertEquals(0, ApiKeys.METADATA.parseRequest((short) 1, body).getArray("topics").length);
        assertEquals(9, body.remaining());
    }

    @Test
    void theCountOfAnArrayIsComparedWithTheBytesThatAreLeft() {
        ArrayOf longs = new ArrayOf(Type.INT64);
        SchemaException error = assertThrows(SchemaException.class, () -> longs.read(count(Integer.MAX_VALUE, 16)));
        assertTrue(error.getMessage().contains("only 16 bytes available"), error.getMessage());
        // Sixteen longs would need 128 bytes, but the count itself is allowed: reading them fails later.
        assertThrows(BufferUnderflowException.class, () -> longs.read(count(16, 16)));
        assertNull(ArrayOf.nullable(Type.INT64).read(count(-1, 0)));
        assertThrows(SchemaException.class, () -> longs.read(count(-1, 0)));
    }

    @Test
    void aFieldThatTheSchemaLacksIsRefusedOrDropped() {
        Struct struct = new Struct(SCHEMA);
        assertThrows(SchemaException.class, () -> struct.set("newer", 1));
        struct.setIfExists(new Field.Int32("newer", ""), 1);
        assertFalse(struct.hasField("newer"));
    }

    @Test
    void aMissingValueIsTheDefaultOrNullOrAnError() {
        Struct struct = new Struct(SCHEMA);
        assertEquals(7, struct.getInt("count"));
        assertNull(struct.getString("text"));
        assertThrows(SchemaException.class, () -> struct.getString("name"));
        SchemaException error = assertThrows(SchemaException.class, () -> struct.writeTo(ByteBuffer.allocate(100)));
        assertTrue(error.getMessage().contains("'name'"), error.getMessage());
    }

    @Test
    void anUnknownErrorIsUnknownAndNotRetriable() {
        assertEquals(83, Errors.values().length);
        assertEquals(Errors.UNKNOWN_SERVER_ERROR, Errors.forCode((short) -1));
        assertEquals(81, Arrays.stream(Errors.values()).mapToInt(Errors::code).max().getAsInt());
        Errors error = Errors.forCode((short) 999);
        assertEquals(Errors.UNKNOWN_SERVER_ERROR, error);
        assertFalse(error.exception() instanceof RetriableException);
    }

    @Test
    void eachKeyIsServedFromVersionZeroOn() {
        assertEquals(44, ApiKeys.values().length);
        assertTrue(Arrays.stream(ApiKeys.values()).allMatch(key -> key.oldestVersion() == 0));
        Map<ApiKeys, Integer> latest =
                Map.of(ApiKeys.PRODUCE, 7, ApiKeys.FETCH, 10, ApiKeys.METADATA, 7, ApiKeys.ELECT_PREFERRED_LEADERS, 0);
        latest.forEach((key, version) -> assertEquals(version.shortValue(), key.latestVersion()));
    }
}
