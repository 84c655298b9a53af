package dev.pipemark.record;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * A program in another language that received values.
 *
 * @param name the name in reports, such as {@code python}
 * @param runtime the language and its implementation, as the program states them; empty if the program never started
 * @param libraries the library with its version, by format. Formats that the program does not have are missing
 */
public record LanguageFacts(String name, String runtime, Map<String, String> libraries) {
    public LanguageFacts {
        libraries = Collections.unmodifiableMap(new TreeMap<>(libraries));
    }
}
