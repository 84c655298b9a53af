package dev.pipemark.conformance;

import dev.pipemark.api.WireFormat;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;

/**
 * Values of one format, encoded by hand in its shortest form.
 *
 * @param values small values of different types
 * @param large a value with a text of 1 MiB
 * @param behind a byte that must not follow a value
 * @param garbage bytes that every decoder of the format must refuse
 */
record Samples(WireFormat format, List<Sample> values, Sample large, byte behind, byte[] garbage) {
    /** The names of the formats that have samples. */
    static final List<String> FORMATS = List.of("json", "cbor", "msgpack", "protobuf", "avro");

    private static final String MANY = "a".repeat(1024 * 1024);
    private static final String MANY_DESCRIBED = "text:\"" + MANY + "\"";
    private static final String MAP = "{text:\"id\":int:1}";
    private static final String LIST = "[int:1,int:-2,float:3ff8000000000000]";
    private static final String TEXT = "text:\"\\u00e9\\u000a\"";
    private static final String BYTES = "bytes:00ff";

    /**
     * Returns the samples of a format.
     *
     * @throws IllegalArgumentException if there are none. The message lists the formats that have samples.
     */
    static Samples of(String format) {
        return switch (format) {
            case "json" -> json();
            case "cbor" -> cbor();
            case "msgpack" -> msgpack();
            case "protobuf" -> protobuf();
            case "avro" -> avro();
            default ->
                throw new IllegalArgumentException("'" + format + "' is not a format that can be tested: choose one of "
                        + String.join(", ", FORMATS));
        };
    }

    private static Samples json() {
        return new Samples(
                WireFormat.JSON,
                List.of(
                        Sample.text("null", "null"),
                        Sample.text("true", "true"),
                        Sample.text("{\"id\":1}", MAP),
                        Sample.text("[1,-2,1.5]", LIST),
                        Sample.text("\"\u00e9\\n\"", TEXT)),
                Sample.text("\"" + MANY + "\"", MANY_DESCRIBED),
                (byte) ']',
                "{oops".getBytes(StandardCharsets.UTF_8));
    }

    private static Samples cbor() {
        return new Samples(
                WireFormat.CBOR,
                List.of(
                        Sample.hex("f6", "null"),
                        Sample.hex("f5", "true"),
                        Sample.hex("a162696401", MAP),
                        Sample.hex("830121fb3ff8000000000000", LIST),
                        Sample.hex("63c3a90a", TEXT),
                        Sample.hex("4200ff", BYTES)),
                many("7a00100000", MANY_DESCRIBED),
                (byte) 0xf6,
                // An item whose first byte is reserved.
                HexFormat.of().parseHex("1c"));
    }

    private static Samples msgpack() {
        return new Samples(
                WireFormat.MSGPACK,
                List.of(
                        Sample.hex("c0", "null"),
                        Sample.hex("c3", "true"),
                        Sample.hex("81a2696401", MAP),
                        Sample.hex("9301fecb3ff8000000000000", LIST),
                        Sample.hex("a3c3a90a", TEXT),
                        Sample.hex("c40200ff", BYTES)),
                many("db00100000", MANY_DESCRIBED),
                (byte) 0xc0,
                // No value begins with this byte.
                HexFormat.of().parseHex("c1"));
    }

    /** Readings of the suite's schema, which every worker with this format must have. */
    private static Samples protobuf() {
        return new Samples(
                WireFormat.protobuf("pipemark.Reading"),
                List.of(
                        Sample.hex("080710ac0219000000000000f83f22016d", reading("text:\"m\"")),
                        Sample.hex("080710ac0219000000000000f83f2203c3a90a", reading(TEXT))),
                many("080710ac0219000000000000f83f22808040", reading(MANY_DESCRIBED)),
                // The key of a field, without its value. A byte 0 is no key either, but some decoders end at it.
                (byte) 0x08,
                // A field's number that has no end.
                HexFormat.of().parseHex("ff"));
    }

    private static String reading(String unit) {
        return "message:pipemark.Reading{sensor:int:7,timestamp:int:300,value:float:3ff8000000000000,unit:" + unit
                + "}";
    }

    /** Readings of the suite's schema for Avro. */
    private static Samples avro() {
        return new Samples(
                WireFormat.avro("dev.pipemark.codecs.avro.schema.AvroReading"),
                List.of(
                        Sample.hex("0ed804000000000000f83f026d", record("text:\"m\"")),
                        Sample.hex("0ed804000000000000f83f06c3a90a", record(TEXT))),
                many("0ed804000000000000f83f80808001", record(MANY_DESCRIBED)),
                (byte) 0,
                // A number that has no end.
                HexFormat.of().parseHex("ff"));
    }

    private static String record(String unit) {
        return "{text:\"sensor\":int:7,text:\"timestamp\":int:300,text:\"value\":float:3ff8000000000000,text:\"unit\":"
                + unit + "}";
    }

    /** Returns the sample of the long text. The bytes before the text are given. */
    private static Sample many(String hex, String description) {
        byte[] head = HexFormat.of().parseHex(hex);
        byte[] text = MANY.getBytes(StandardCharsets.UTF_8);
        return new Sample(
                ByteBuffer.allocate(head.length + text.length)
                        .put(head)
                        .put(text)
                        .array(),
                description);
    }
}
