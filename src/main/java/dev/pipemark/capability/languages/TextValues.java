package dev.pipemark.capability.languages;

import dev.pipemark.api.Shape;
import dev.pipemark.api.TypeOf;
import dev.pipemark.probe.values.Group;
import dev.pipemark.probe.values.Value;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Texts that programs normalize, strip or escape, and byte arrays that may be confused with text. */
final class TextValues {
    private TextValues() {}

    static List<Value<?>> values() {
        return List.of(
                text("string-combining", "\"e\\u0301\\u00e9\": one letter written in two ways", "e\u0301\u00e9"),
                text("string-bom", "\"\\ufeffa\": a byte order mark first", "\ufeffa"),
                text("string-controls", "control characters and line ends", "\u0001\t\r\n\u007f\u0085\u2028\u2029"),
                text("string-quotes", "quotation mark, backslash, slash", "\"\\/</script>"),
                text("string-like-number", "\"1e5\", a text that looks like a number", "1e5"),
                text("string-noncharacter", "\"\\uffff\", which Unicode reserves", "\uffff"),
                Value.of(
                        "byte-array-like-text",
                        Group.ARRAYS,
                        "the bytes of \"text\"",
                        Shape.of(byte[].class),
                        () -> "text".getBytes(StandardCharsets.UTF_8)),
                Value.of("byte-array-empty", Group.ARRAYS, "new byte[0]", Shape.of(byte[].class), () -> new byte[0]),
                Value.of(
                        "map-text-and-bytes",
                        Group.COLLECTIONS,
                        "Map<String, Object> of a String and a byte[] with the same bytes",
                        Shape.of(new TypeOf<Map<String, Object>>() {}, HashMap.class, String.class, byte[].class),
                        TextValues::textAndBytes));
    }

    private static Value<String> text(String id, String summary, String text) {
        return Value.of(id, Group.SCALARS, summary, Shape.of(String.class), () -> text);
    }

    private static Map<String, Object> textAndBytes() {
        Map<String, Object> map = new HashMap<>();
        map.put("text", "abc");
        map.put("bytes", "abc".getBytes(StandardCharsets.UTF_8));
        return map;
    }
}
