package dev.pipemark.capability;

import dev.pipemark.catalog.Catalog;
import dev.pipemark.probe.values.Value;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * The values that a worker is asked about by id: named values, and values of payloads. Each payload is loaded once. Confined
 * to one thread.
 */
public final class AskedValues {
    private final Catalog catalog;
    private final Supplier<Map<String, Value<?>>> listed;
    private final Map<String, Value<?>> named = new HashMap<>();
    private final Map<String, PayloadValues.Source<?>> payloads = new HashMap<>();

    /**
     * Creates the values.
     *
     * @param catalog the catalog of the payloads
     * @param listed makes the named values by id, when the first of them is needed
     */
    public AskedValues(Catalog catalog, Supplier<Map<String, Value<?>>> listed) {
        this.catalog = catalog;
        this.listed = listed;
    }

    /** Encodes a question about a value: its id, and what else the question has. */
    public static byte[] question(String id, byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeUTF(id);
        out.write(content);
        return bytes.toByteArray();
    }

    /** Returns the value with an id. */
    public Value<?> of(String id) {
        if (PayloadValues.isOne(id)) {
            return payload(PayloadValues.payload(id)).value(id);
        }
        if (named.isEmpty()) {
            named.putAll(listed.get());
        }
        return Objects.requireNonNull(named.get(id), "no such value");
    }

    PayloadValues.Source<?> payload(String id) {
        return payloads.computeIfAbsent(id, each -> PayloadValues.Source.of(catalog, each));
    }

    /** Answers from now on with another source of a payload's values. */
    void replace(String id, PayloadValues.Source<?> source) {
        payloads.put(id, source);
    }
}
