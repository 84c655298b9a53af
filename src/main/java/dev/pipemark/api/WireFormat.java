package dev.pipemark.api;

import java.util.Objects;

/**
 * A format that libraries of other languages read and write.
 *
 * @param name the name of the format: {@code json}, {@code cbor}, {@code msgpack}, {@code protobuf}, {@code avro}
 * @param message the full name of the message in its schema, such as {@code pipemark.MediaContent}. Must be empty if the
 *     format needs no schema.
 */
public record WireFormat(String name, String message) {
    /** One JSON text (RFC 8259) in UTF-8. */
    public static final WireFormat JSON = new WireFormat("json", "");

    /** One CBOR data item (RFC 8949). */
    public static final WireFormat CBOR = new WireFormat("cbor", "");

    /** One MessagePack object. */
    public static final WireFormat MSGPACK = new WireFormat("msgpack", "");

    public WireFormat {
        if (!name.matches("[a-z0-9-]+")) {
            throw new IllegalArgumentException(
                    "a format's name has lower-case letters, digits and hyphens, and not '" + name + "'");
        }
        Objects.requireNonNull(message);
    }

    /**
     * Returns the format of a Protocol Buffers message.
     *
     * @param message the full name of the message, with its package
     */
    public static WireFormat protobuf(String message) {
        return new WireFormat("protobuf", message);
    }

    /**
     * Returns the format of one value in Avro's binary encoding, without its schema.
     *
     * @param schema the full name of a type, or a schema in JSON that refers to such names: {@code {"type":"array",
     *     "items":"dev.pipemark.codecs.avro.schema.AvroReading"}}
     */
    public static WireFormat avro(String schema) {
        return new WireFormat("avro", schema);
    }
}
