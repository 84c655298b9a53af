package dev.pipemark.capability.languages;

import dev.pipemark.capability.languages.Neutral.Entry;
import dev.pipemark.capability.languages.Neutral.Field;
import dev.pipemark.capability.languages.Neutral.Mapping;
import dev.pipemark.capability.languages.Neutral.Structure;
import dev.pipemark.capability.languages.Neutral.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The named parts of a record, a message or a map. */
final class Parts {
    private Parts() {}

    /** Returns a name as it is compared: {@code hasBitrate} in Java is {@code has_bitrate} in a schema. */
    static String name(String name) {
        return name.replace("_", "").toLowerCase(Locale.ROOT);
    }

    /** Returns the values by compared name. Entries of a map whose keys are not texts are left out. */
    static Map<String, Neutral> of(Neutral value) {
        Map<String, Neutral> parts = new LinkedHashMap<>();
        if (value instanceof Structure structure) {
            for (Field field : structure.fields()) {
                parts.put(name(field.name()), field.value());
            }
        } else if (value instanceof Mapping mapping) {
            for (Entry entry : mapping.entries()) {
                if (entry.key() instanceof Text key) {
                    parts.put(name(key.value()), entry.value());
                }
            }
        }
        return parts;
    }

    /** Returns the values of two names, or empty if one of them is missing. */
    static Optional<List<Neutral>> of(Neutral value, String first, String second) {
        Map<String, Neutral> parts = of(value);
        List<Neutral> found = new ArrayList<>();
        for (String name : List.of(first, second)) {
            Neutral part = parts.get(name);
            if (part != null) {
                found.add(part);
            }
        }
        return found.size() == 2 ? Optional.of(found) : Optional.empty();
    }
}
