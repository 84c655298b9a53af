package dev.pipemark.capability.languages;

import dev.pipemark.probe.values.Value;
import dev.pipemark.probe.values.Values;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The values that are sent to programs in other languages: plain data, and values that are known to change on the way. If
 * the matrix of codecs has the same value, the value has the same name here.
 */
public final class PlainValues {
    private static final List<String> WHOLE_NUMBERS = List.of(
            "byte-min",
            "short-min",
            "int-max",
            "long-beyond-2-53",
            "long-min",
            "object-long",
            "big-integer-negative",
            "big-integer-huge");
    private static final List<String> FRACTIONS = List.of(
            "float-0-1",
            "float-denormal",
            "float-nan",
            "object-float",
            "double-denormal",
            "double-negative-zero",
            "double-nan",
            "double-infinity",
            "double-negative-infinity",
            "big-decimal-trailing-zero",
            "big-decimal-exponent",
            "big-decimal-long");
    private static final List<String> TEXTS = List.of(
            "string-empty",
            "string-ascii",
            "string-1-kib-mixed",
            "string-emoji",
            "string-nul",
            "string-lone-surrogate",
            "string-70000-chars",
            "object-character",
            "char-lone-surrogate",
            "byte-array");
    private static final List<String> NOTHING = List.of(
            "boolean-true",
            "array-list-null",
            "hash-map-null-value",
            "record-holding-null",
            "optional-present",
            "optional-empty");
    private static final List<String> KEYS = List.of(
            "hash-map",
            "hash-map-integer-keys",
            "hash-map-enum-keys",
            "hash-map-record-keys",
            "hash-map-list-keys",
            "hash-map-null-key");
    private static final List<String> CONTAINERS = List.of(
            "array-list",
            "collections-empty-list",
            "list-nested",
            "map-string-object",
            "linked-hash-map",
            "tree-map",
            "hash-set",
            "linked-hash-set",
            "tree-set",
            "enum-set",
            "map-entry",
            "boolean-array",
            "int-array",
            "long-array",
            "float-array-nan",
            "double-array-nan",
            "int-matrix-ragged",
            "deep-nested-lists-1000");
    private static final List<String> RECORDS = List.of(
            "record-plain",
            "record-nested",
            "record-generic",
            "record-empty",
            "enum-constant",
            "sealed-interface-list",
            "uuid",
            "uri");
    private static final List<String> TIMES = List.of(
            "instant-nanoseconds",
            "instant-max",
            "local-date",
            "local-time",
            "local-date-time",
            "zoned-date-time",
            "offset-date-time",
            "duration-negative",
            "year");

    private PlainValues() {}

    /** Returns all values by topic, in the order of reports. */
    public static List<Topic> topics() {
        Map<String, Value<?>> known = Values.byId();
        return List.of(
                topic("whole numbers", WHOLE_NUMBERS, NumberValues.whole(), known),
                topic("fractions and decimals", FRACTIONS, NumberValues.fractions(), known),
                topic("text and bytes", TEXTS, TextValues.values(), known),
                topic("booleans, null and optionals", NOTHING, ContainerValues.nothing(), known),
                topic("keys of maps", KEYS, KeyValues.values(), known),
                topic("lists, sets, maps and arrays", CONTAINERS, ContainerValues.values(), known),
                topic("records, enums and identifiers", RECORDS, List.of(), known),
                topic("times", TIMES, List.of(), known));
    }

    /** Returns all values by id, in the order of reports. */
    public static Map<String, Value<?>> byId() {
        Map<String, Value<?>> values = new LinkedHashMap<>();
        topics().forEach(topic -> topic.values().forEach(value -> values.put(value.id(), value)));
        return values;
    }

    private static Topic topic(String label, List<String> ids, List<Value<?>> own, Map<String, Value<?>> known) {
        List<Value<?>> values = new ArrayList<>();
        for (String id : ids) {
            Value<?> value = known.get(id);
            if (value == null) {
                throw new IllegalStateException("there is no value " + id);
            }
            values.add(value);
        }
        values.addAll(own);
        return new Topic(label, values);
    }
}
