package dev.pipemark.record;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * A program in another language that values were sent to.
 *
 * @param name what reports call it: {@code python}
 * @param runtime the language and what runs it, as the program says; empty if it never started
 * @param libraries by format the library with its version
 */
public record LanguageFacts(String name, String runtime, Map<String, String> libraries) {
    public LanguageFacts {
        libraries = Collections.unmodifiableMap(new TreeMap<>(libraries));
    }
}
