package dev.pipemark.report.sections;

import dev.pipemark.record.PairSizes;
import dev.pipemark.report.doc.Names;
import dev.pipemark.report.doc.Page.Claim;
import dev.pipemark.report.doc.Page.Link;
import dev.pipemark.report.doc.Scale;
import dev.pipemark.report.rank.Findings;
import dev.pipemark.report.rank.Leaders;
import dev.pipemark.report.rank.Rows;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is smallest in a family. Sizes are exact: there is no interval, and a tie is one to the byte. */
final class Smallest {
    private static final int SHOWN = 3;

    private Smallest() {}

    static Optional<Claim> claim(Findings findings, String family) {
        Map<String, List<PairSizes>> sized = new LinkedHashMap<>();
        for (String payload : findings.payloads()) {
            List<PairSizes> sizes = findings.family(payload).equals(family) ? sizes(findings, payload) : List.of();
            if (sizes.size() > 1) {
                sized.put(payload, sizes);
            }
        }
        if (sized.isEmpty()) {
            return Optional.empty();
        }
        String lead = Leaders.leadPayload(findings, family);
        String shown = lead != null && sized.containsKey(lead)
                ? lead
                : sized.keySet().iterator().next();
        List<Link> rests = new ArrayList<>();
        rests.add(new Link("sizes of " + shown, Rows.sizes(shown)));
        if (sized.size() > 1) {
            rests.add(new Link("all sizes", PairSections.SIZES));
        }
        return Optional.of(new Claim(
                Names.family(family) + " (bytes): smallest on " + shown + ": "
                        + on(sized.getOrDefault(shown, List.of())) + wins(sized),
                rests));
    }

    /** {@code a (210 B), next b × 1.10}. */
    private static String on(List<PairSizes> sizes) {
        List<PairSizes> first = first(sizes);
        double least = first.get(0).mean();
        String text = names(first.stream().map(PairSizes::codec).toList()) + " ("
                + Scale.exact(least).text() + " B)";
        if (first.size() == sizes.size()) {
            return text;
        }
        PairSizes next = sizes.get(first.size());
        double times = next.mean() / least;
        return text + ", next " + next.codec() + (times < 1.01 ? " within 1 %" : " × " + Scale.significant(times, 3));
    }

    /** Who is smallest most often. */
    private static String wins(Map<String, List<PairSizes>> sized) {
        if (sized.size() < 2) {
            return "";
        }
        Map<String, Integer> wins = new LinkedHashMap<>();
        sized.values().forEach(sizes -> first(sizes).forEach(size -> wins.merge(size.codec(), 1, Integer::sum)));
        int most = Collections.max(wins.values());
        List<String> often = wins.entrySet().stream()
                .filter(win -> win.getValue() == most)
                .map(Map.Entry::getKey)
                .toList();
        return "; most often, on " + most + " of " + sized.size() + " payloads: " + names(often);
    }

    private static List<PairSizes> first(List<PairSizes> sizes) {
        return sizes.stream().filter(size -> size.mean() == sizes.get(0).mean()).toList();
    }

    private static String names(List<String> names) {
        return names.size() <= SHOWN
                ? Names.list(names)
                : String.join(", ", names.subList(0, SHOWN)) + " and " + (names.size() - SHOWN) + " more";
    }

    private static List<PairSizes> sizes(Findings findings, String payload) {
        return findings.sizes().stream()
                .filter(size -> size.payload().equals(payload))
                .filter(size -> !findings.codec(size.codec()).control())
                .sorted(Comparator.comparingDouble(PairSizes::mean))
                .toList();
    }
}
