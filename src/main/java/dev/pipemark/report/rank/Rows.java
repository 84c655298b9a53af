package dev.pipemark.report.rank;

import dev.pipemark.record.Cell;
import dev.pipemark.report.doc.Page;
import dev.pipemark.report.doc.Page.Facets;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What rows of tables are called, so that a claim finds them. No id of a section, table or figure has an underscore:
 * names of codecs and payloads cannot make two of them one.
 */
public final class Rows {
    private Rows() {}

    /** The row of a codec in the transfer table of a payload. */
    public static String transfer(String payload, String codec, String extras) {
        return id("transfer-" + Page.slug(payload), codec, extras);
    }

    /** The row of a codec in the table of encoding and decoding of a payload. */
    public static String coding(String payload, String codec, String extras) {
        return id("coding-" + Page.slug(payload), codec, extras);
    }

    /** The row of a payload in the table of all sizes. */
    public static String sizes(String payload) {
        return id("sizes", payload);
    }

    /**
     * @param table the table's id, or what stands for it
     * @param names what tells its rows apart; empty ones say nothing
     */
    public static String id(String table, String... names) {
        return Stream.of(names)
                .filter(name -> !name.isEmpty())
                .map(Page::slug)
                .collect(Collectors.joining("_", table + "_", ""));
    }

    public static Facets facets(Findings findings, String codec, String payload) {
        return new Facets(
                findings.family(payload),
                codec.equals(Cell.NONE) ? "" : codec,
                findings.codec(codec).badge());
    }
}
