package dev.pipemark.run;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the user asked to be measured.
 *
 * @param preset its name; empty when none was named
 * @param includes regular expressions on benchmarks, as JMH's; none of them stands for all
 * @param excludes regular expressions of benchmarks to leave out
 * @param codecs globs; empty for the preset's
 * @param payloads globs, also by family as in {@code instances/*}; empty for the preset's
 * @param parameters values of other parameters, by name
 * @param rounds zero for the preset's
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
