package dev.pipemark.run;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The user's selection.
 *
 * @param preset the preset's name; empty if none was named
 * @param includes regular expressions for benchmarks, as in JMH; an empty list selects all benchmarks
 * @param excludes regular expressions for benchmarks to leave out
 * @param codecs globs; empty for the preset's codecs
 * @param payloads globs, also with a family as in {@code instances/*}; empty for the preset's payloads
 * @param parameters values of other parameters, by name
 * @param rounds the number of rounds; zero for the preset's
 */
public record Selection(
        String preset,
        List<String> includes,
        List<String> excludes,
        List<String> codecs,
        List<String> payloads,
        Map<String, List<String>> parameters,
        int rounds) {
    public Selection {
        includes = List.copyOf(includes);
        excludes = List.copyOf(excludes);
        codecs = List.copyOf(codecs);
        payloads = List.copyOf(payloads);
        parameters = new LinkedHashMap<>(parameters);
    }
}
