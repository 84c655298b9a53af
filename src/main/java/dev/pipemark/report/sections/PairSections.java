package dev.pipemark.report.sections;

import dev.pipemark.record.PairCheck;
import dev.pipemark.record.PairSizes;
import dev.pipemark.report.doc.Grid;
import dev.pipemark.report.doc.Names;
import dev.pipemark.report.doc.Page.Block;
import dev.pipemark.report.doc.Page.Facets;
import dev.pipemark.report.doc.Page.Value;
import dev.pipemark.report.doc.Scale;
import dev.pipemark.report.rank.Findings;
import dev.pipemark.report.rank.Rows;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Tables of codecs against payloads: how large, and whether at all. */
final class PairSections {
    /** Pairs of one codec that do not travel for one reason. */
    private record Refusal(String codec, String verdict, String reason) {
        static Refusal of(PairCheck check) {
            return new Refusal(
                    check.codec(),
                    check.verdict().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                    check.detail());
        }
    }

    /** The table of all sizes. */
    static final String SIZES = "sizes-table";
    /** The table of what arrived. */
    static final String CAPABILITIES = "capability-table";

    private PairSections() {}

    static List<Block> sizes(Findings findings) {
        if (findings.sizes().isEmpty()) {
            return List.of();
        }
        List<String> codecs = ordered(
                findings, findings.sizes().stream().map(PairSizes::codec).toList());
        List<String> payloads = findings.payloads().stream()
                .filter(payload -> findings.sizes().stream()
                        .anyMatch(size -> size.payload().equals(payload)))
                .toList();
        Grid<String> grid = new Grid<>(payloads)
                .id(Rows::sizes)
                .facets(payload -> new Facets(findings.family(payload), "", ""))
                .text("payload", payload -> payload)
                .text("family", findings::family);
        for (String codec : codecs) {
            grid.number(codec, payload -> {
                PairSizes size = findings.size(codec, payload);
                return size == null ? Value.BLANK : Scale.exact(size.mean());
            });
        }
        return List.of(grid.table(
                SIZES,
                "Mean size of a message by payload and codec, in bytes",
                List.of("Without the frame's header. sizes.csv has least, largest and compressed sizes.")));
    }

    static List<Block> capabilities(Findings findings) {
        if (findings.checks().isEmpty()) {
            return List.of();
        }
        List<String> codecs = ordered(
                findings, findings.checks().stream().map(PairCheck::codec).toList());
        List<String> payloads = findings.payloads().stream()
                .filter(payload -> findings.checks().stream()
                        .anyMatch(check -> check.payload().equals(payload)))
                .toList();
        Grid<String> grid = new Grid<>(payloads)
                .id(PairSections::pair)
                .facets(payload -> new Facets(findings.family(payload), "", ""))
                .text("payload", payload -> payload)
                .text("family", findings::family);
        for (String codec : codecs) {
            grid.text(codec, payload -> {
                PairCheck check = findings.check(codec, payload);
                return check == null ? "" : mark(check.verdict());
            });
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(grid.table(
                CAPABILITIES,
                "What arrived in another process, by payload and codec",
                List.of("✓ arrived as it was sent. ≠ arrived as something else. – not carried, as the codec says"
                        + " beforehand. ✗ refused while encoding (✗e) or decoding (✗d). … no answer in time. † the process"
                        + " died."
                        + (findings.checks().stream().anyMatch(PairCheck::payloadFault)
                                ? " ! the payload itself is at fault, and no codec."
                                : "")
                        + (findings.checks().stream().anyMatch(check -> check.verdict() == PairCheck.Fate.OUT_OF_MEMORY)
                                ? " ∅ the workers' heap was too small for the payload's values."
                                : ""))));
        Map<Refusal, List<String>> refusals = new LinkedHashMap<>();
        for (PairCheck check : findings.checks()) {
            if (!check.exact()) {
                refusals.computeIfAbsent(Refusal.of(check), refusal -> new ArrayList<>())
                        .add(check.payload());
            }
        }
        if (!refusals.isEmpty()) {
            blocks.add(new Grid<>(refusals.entrySet())
                    .id(refusal -> row(refusal.getKey()))
                    .facets(refusal -> Rows.facets(
                            findings,
                            refusal.getKey().codec(),
                            refusal.getValue().get(0)))
                    .text(
                            "codec",
                            refusal ->
                                    Names.codec(findings.codec(refusal.getKey().codec()), ""))
                    .text("payloads", refusal -> String.join(", ", refusal.getValue()))
                    .text("what happened", refusal -> refusal.getKey().verdict())
                    .text("reason", refusal -> Names.brief(refusal.getKey().reason()))
                    .table("refusals", "What does not travel, and why", List.of()));
        }
        return blocks;
    }

    /** The row that says why a pair does not travel. */
    static String refusal(PairCheck check) {
        return row(Refusal.of(check));
    }

    /** The row of a payload in the table of what arrived. */
    static String pair(String payload) {
        return Rows.id("capability", payload);
    }

    private static String row(Refusal refusal) {
        // Reasons are long texts of libraries: their hash tells the rows of one codec apart.
        return Rows.id(
                "refusal",
                refusal.codec(),
                refusal.verdict().replace(' ', '-'),
                Integer.toHexString(refusal.reason().hashCode()));
    }

    private static String mark(PairCheck.Fate verdict) {
        return switch (verdict) {
            case EXACT -> "✓";
            case DIFFERENT -> "≠";
            case PAYLOAD_FAULT -> "!";
            case OUT_OF_MEMORY -> "∅";
            case UNSUPPORTED -> "–";
            case REFUSED_ON_ENCODE -> "✗e";
            case REFUSED_ON_DECODE -> "✗d";
            case HANG -> "…";
            case DIED -> "†";
        };
    }

    /** In the plan's order, then those it does not describe. */
    private static List<String> ordered(Findings findings, Collection<String> codecs) {
        Set<String> ordered = new LinkedHashSet<>();
        findings.codecs().forEach(codec -> ordered.add(codec.id()));
        ordered.retainAll(Set.copyOf(codecs));
        ordered.addAll(codecs);
        return List.copyOf(ordered);
    }
}
