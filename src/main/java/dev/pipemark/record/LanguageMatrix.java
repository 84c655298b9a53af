package dev.pipemark.record;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The outcomes of all values with all codecs and languages that were tried.
 *
 * @param id the name of its results folder
 * @param seconds the wall time
 * @param ended {@link Matrix#COMPLETE}, or why some checks are missing
 * @param identity the code and the Java that the matrix is valid for, by dotted name
 * @param environment the machine and the JDK, by dotted name
 * @param codecs all codecs of the probe, including codecs without a format for other languages
 */
public record LanguageMatrix(
        String id,
        Instant started,
        double seconds,
        String ended,
        Map<String, String> identity,
        Map<String, String> environment,
        List<CodecFacts> codecs,
        List<LanguageFacts> languages,
        List<ValueFacts> values,
        List<LanguageCheck> checks)
        implements Probed {
    /** The name of the file in a results folder. */
    public static final String FILE = "languages.json";

    public LanguageMatrix {
        identity = Collections.unmodifiableMap(new LinkedHashMap<>(identity));
        environment = Collections.unmodifiableMap(new LinkedHashMap<>(environment));
        codecs = List.copyOf(codecs);
        languages = List.copyOf(languages);
        values = List.copyOf(values);
        checks = List.copyOf(checks);
    }

    @Override
    public boolean hasAllValues() {
        return ended.equals(Matrix.COMPLETE);
    }

    /** Returns the checks of one codec in the order in which they were made. */
    public List<LanguageCheck> of(String codec) {
        return checks.stream().filter(check -> check.codec().equals(codec)).toList();
    }
}
