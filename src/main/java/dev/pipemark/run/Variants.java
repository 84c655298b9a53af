package dev.pipemark.run;

import dev.pipemark.api.Codec;
import dev.pipemark.catalog.Catalog;
import java.util.ArrayList;
import java.util.List;

/** Finds the codecs with compression that a user names by patterns such as {@code kryo*+zstd}. */
final class Variants {
    private Variants() {}

    /**
     * Returns the ids of codecs with compression that the patterns match. A pattern without a {@code +} matches none, so
     * {@code *} stands for the codecs that providers list.
     *
     * @throws UnknownNameException if no codec or no compression matches its part of a pattern
     */
    static List<String> of(List<String> patterns, Catalog catalog) {
        List<String> listed = catalog.codecs().stream().map(Codec::id).toList();
        List<String> plain = listed.stream().filter(id -> id.indexOf('+') < 0).toList();
        List<String> variants = new ArrayList<>();
        for (String pattern : patterns) {
            int sign = pattern.indexOf('+');
            if (sign < 0 || listed.contains(pattern)) {
                continue;
            }
            List<String> compressions =
                    Globs.of("compression", List.of(pattern.substring(sign + 1)), catalog.compressions());
            for (String codec : Globs.of("codec", List.of(pattern.substring(0, sign)), plain)) {
                compressions.forEach(compression -> variants.add(codec + "+" + compression));
            }
        }
        return variants;
    }
}
