package dev.pipemark.report;

import dev.pipemark.result.Cell;
import dev.pipemark.result.Estimate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Who leads each family, as far as the rounds allow to say so. Controls never lead: they are no choice. */
final class Leaders {
    private static final int SHOWN = 4;

    /** What a family is judged by: the first of these that has numbers. */
    private enum Measure {
        STREAM("streamed", Kind::leadStream),
        TRIP("round trip", cell -> Kind.of(cell) == Kind.TRIP),
        ENCODE(
                "encode",
                cell -> Kind.of(cell) == Kind.CODING && cell.benchmark().equals("encode")),
        DECODE(
                "decode",
                cell -> Kind.of(cell) == Kind.CODING && cell.benchmark().equals("decode"));

        private final String title;
        private final Predicate<Cell> wanted;

        Measure(String title, Predicate<Cell> wanted) {
            this.title = title;
            this.wanted = wanted;
        }
    }

    private Leaders() {}

    /** One line for each family that has numbers. */
    static List<String> lines(Findings findings) {
        List<String> lines = new ArrayList<>();
        for (String family : findings.families()) {
            for (Measure measure : Measure.values()) {
                Map<String, List<Score>> payloads = scores(findings, family, measure);
                if (!payloads.isEmpty()) {
                    lines.add((family.isEmpty() ? "payloads" : family) + " (" + measure.title + "): "
                            + line(findings, payloads));
                    break;
                }
            }
        }
        return lines;
    }

    /**
     * The payload of a family that most codecs stream, the first of them in the catalogue's order: where the family is
     * drawn. {@code null} when none is streamed.
     */
    static @Nullable String leadPayload(Findings findings, String family) {
        return scores(findings, family, Measure.STREAM).entrySet().stream()
                .min(Comparator.comparingInt(payload -> -payload.getValue().size()))
                .map(Map.Entry::getKey)
                .orElse(null);
    }

    private static Map<String, List<Score>> scores(Findings findings, String family, Measure measure) {
        Map<String, List<Score>> payloads = new LinkedHashMap<>();
        for (String payload : findings.payloads()) {
            List<Score> measured = findings
                    .scores(cell -> cell.payload().equals(payload)
                            && measure.wanted.test(cell)
                            && Kind.extras(cell).isEmpty()
                            && !findings.codec(cell.codec()).badge().equals("control"))
                    .stream()
                    .filter(Score::measured)
                    .toList();
            if (findings.family(payload).equals(family) && !measured.isEmpty()) {
                payloads.put(payload, measured);
            }
        }
        return payloads;
    }

    private static String line(Findings findings, Map<String, List<Score>> payloads) {
        Map<String, List<String>> groups = new LinkedHashMap<>();
        payloads.forEach((payload, scores) ->
                groups.put(payload, codecs(Ranking.of(scores).first(scores))));
        if (groups.values().stream().anyMatch(List::isEmpty)) {
            return (findings.ordered()
                            ? "too few forks finished"
                            : Names.rounds(findings.run().info().rounds()))
                    + ": order not established; fastest seen: "
                    + fastest(payloads);
        }
        Set<String> everywhere = new LinkedHashSet<>(groups.values().iterator().next());
        groups.values().forEach(everywhere::retainAll);
        String where = payloads.size() == 1
                ? "on " + payloads.keySet().iterator().next()
                : "on all " + payloads.size() + " payloads";
        if (everywhere.size() == 1) {
            return everywhere.iterator().next() + " leads " + where;
        } else if (!everywhere.isEmpty()) {
            return Names.list(List.copyOf(everywhere)) + " cannot be told apart and lead " + where;
        }
        return "depends: "
                + groups.entrySet().stream()
                        .limit(SHOWN)
                        .map(group -> Names.list(group.getValue()) + " on " + group.getKey())
                        .collect(Collectors.joining("; "))
                + more(groups.size());
    }

    private static String fastest(Map<String, List<Score>> payloads) {
        return payloads.entrySet().stream()
                        .limit(SHOWN)
                        .map(payload -> {
                            Score best = Ranking.of(payload.getValue()).best();
                            return best == null
                                    ? ""
                                    : best.cell().codec() + " on " + payload.getKey() + " (" + amount(best) + ")";
                        })
                        .collect(Collectors.joining(", "))
                + more(payloads.size());
    }

    private static String amount(Score score) {
        Estimate estimate = score.estimate();
        List<Double> values = List.of(estimate.value());
        return (score.unit().startsWith("ops/") ? Scale.rate(values) : Scale.time(values)).text(estimate);
    }

    private static List<String> codecs(List<Score> scores) {
        return scores.stream()
                .sorted(Comparator.comparingDouble(score -> score.cost().value()))
                .map(score -> score.cell().codec())
                .toList();
    }

    private static String more(int all) {
        return all <= SHOWN ? "" : "; and " + (all - SHOWN) + " more payloads below";
    }
}
