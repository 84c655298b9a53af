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
        Map<String, Ranking> ordered = new LinkedHashMap<>();
        List<String> open = new ArrayList<>();
        List<String> single = new ArrayList<>();
        payloads.forEach((payload, scores) -> {
            Ranking ranking = findings.ranking(scores.get(0).cell()).among(scores);
            if (scores.size() == 1 && findings.ordered()) {
                single.add("only " + scores.get(0).cell().codec() + " was measured on " + payload);
            } else if (ranking.placed() < 2) {
                open.add(payload);
            } else {
                ordered.put(payload, ranking);
            }
        });
        if (ordered.isEmpty() && !open.isEmpty()) {
            return (findings.ordered()
                            ? "too few forks finished"
                            : Names.rounds(findings.run().info().rounds()))
                    + ": order not established; fastest seen: "
                    + fastest(payloads);
        }
        List<String> parts = new ArrayList<>();
        if (!ordered.isEmpty()) {
            parts.add(inFront(ordered));
        }
        ordered.forEach((payload, ranking) -> {
            if (!ranking.unjudged().isEmpty()) {
                parts.add("too few forks to place " + Names.list(codecs(ranking.unjudged())) + " on " + payload);
            }
        });
        if (!open.isEmpty()) {
            parts.add("too few forks finished on " + Names.list(open));
        }
        if (!single.isEmpty()) {
            parts.add(
                    single.size() <= SHOWN
                            ? String.join("; ", single)
                            : "one codec alone on " + single.size() + " more");
        }
        return String.join("; ", parts);
    }

    /** Who is in first place on every payload, and with whom; else who is on each. */
    private static String inFront(Map<String, Ranking> ordered) {
        Set<String> everywhere = new LinkedHashSet<>();
        ordered.forEach((payload, ranking) -> everywhere.addAll(codecs(ranking.first())));
        ordered.forEach((payload, ranking) -> everywhere.retainAll(codecs(ranking.first())));
        if (everywhere.isEmpty()) {
            return "depends: "
                    + ordered.entrySet().stream()
                            .limit(SHOWN)
                            .map(each -> group(each.getValue().first(), each.getValue()) + " on " + each.getKey())
                            .collect(Collectors.joining("; "))
                    + more(ordered.size());
        }
        String where = ordered.size() == 1
                ? "on " + ordered.keySet().iterator().next()
                : "on all " + ordered.size() + " payloads";
        List<String> names = List.copyOf(everywhere);
        boolean alone =
                ordered.values().stream().allMatch(ranking -> ranking.first().size() == everywhere.size());
        if (names.size() == 1) {
            return names.get(0)
                    + (alone ? " leads " : " is in front, but not alone, ")
                    + where
                    + others(ordered, everywhere);
        }
        boolean tied = ordered.values().stream()
                .allMatch(ranking -> ranking.tied(ranking.first().stream()
                        .filter(score -> everywhere.contains(score.cell().codec()))
                        .toList()));
        return Names.list(names)
                + (tied ? " are tied" : " cannot be told apart")
                + (alone ? " and lead " : " and are in front, but not alone, ")
                + where
                + others(ordered, everywhere);
    }

    /** Who else is in first place on some of the payloads. */
    private static String others(Map<String, Ranking> ordered, Set<String> everywhere) {
        List<String> others = new ArrayList<>();
        ordered.forEach((payload, ranking) -> {
            List<Score> first = ranking.first();
            List<Score> rest = first.stream()
                    .filter(score -> !everywhere.contains(score.cell().codec()))
                    .toList();
            if (!rest.isEmpty()) {
                others.add(Names.list(codecs(rest)) + " on " + payload
                        + (ranking.tied(first) ? " (tied)" : " (not told apart)"));
            }
        });
        return others.isEmpty()
                ? ""
                : ", with " + others.stream().limit(SHOWN).collect(Collectors.joining(", ")) + more(others.size());
    }

    /** {@code a}, {@code a and b (tied)}, {@code a and b (not told apart)}. */
    private static String group(List<Score> first, Ranking ranking) {
        return Names.list(codecs(first))
                + (first.size() == 1 ? "" : ranking.tied(first) ? " (tied)" : " (not told apart)");
    }

    private static String fastest(Map<String, List<Score>> payloads) {
        return payloads.entrySet().stream()
                        .limit(SHOWN)
                        .map(payload -> {
                            Score best = payload.getValue().stream()
                                    .min(Comparator.comparingDouble(
                                            score -> score.cost().value()))
                                    .orElse(null);
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
