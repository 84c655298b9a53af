package dev.pipemark.report.rank;

import dev.pipemark.report.doc.Names;
import dev.pipemark.report.doc.Page.Claim;
import dev.pipemark.report.doc.Page.Link;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who leads each family and by how much, as far as the rounds allow to say so. Controls never lead: they are no choice.
 */
public final class Leaders {
    private static final int SHOWN = 4;

    private final Findings findings;
    private final Measure measure;
    private final Map<String, List<Score>> payloads;
    private final List<Front> fronts = new ArrayList<>();
    private final List<String> open = new ArrayList<>();
    private final List<String> single = new ArrayList<>();

    /** The fronts that the text speaks of by their payloads. */
    private final Set<Front> named = Collections.newSetFromMap(new IdentityHashMap<>());

    private Leaders(Findings findings, Measure measure, Map<String, List<Score>> payloads) {
        this.findings = findings;
        this.measure = measure;
        this.payloads = payloads;
        payloads.forEach((payload, scores) -> {
            Ranking ranking = findings.ranking(scores.get(0).cell()).among(scores);
            if (scores.size() == 1 && findings.ordered()) {
                single.add(payload);
            } else if (ranking.placed() < 2) {
                open.add(payload);
            } else {
                fronts.add(Front.of(payload, ranking));
            }
        });
    }

    /** One line for each family that has numbers. */
    public static List<String> lines(Findings findings) {
        return findings.families().stream()
                .flatMap(family -> claim(findings, family).stream())
                .map(Claim::text)
                .toList();
    }

    /** Who leads a family; empty where it has no numbers. */
    public static Optional<Claim> claim(Findings findings, String family) {
        for (Measure measure : Measure.values()) {
            Map<String, List<Score>> payloads = measure.scores(findings, family);
            if (!payloads.isEmpty()) {
                Leaders leaders = new Leaders(findings, measure, payloads);
                String text = leaders.text();
                return Optional.of(
                        new Claim(Names.family(family) + " (" + measure.title() + "): " + text, leaders.rests()));
            }
        }
        return Optional.empty();
    }

    /**
     * The payload of a family that most codecs stream, the first of them in the catalogue's order: where the family is
     * drawn. {@code null} when none is streamed.
     */
    public static @Nullable String leadPayload(Findings findings, String family) {
        return Measure.STREAM.scores(findings, family).entrySet().stream()
                .min(Comparator.comparingInt(payload -> -payload.getValue().size()))
                .map(Map.Entry::getKey)
                .orElse(null);
    }

    private String text() {
        if (fronts.isEmpty() && !open.isEmpty()) {
            return (findings.ordered()
                            ? "too few forks finished"
                            : Names.rounds(findings.run().info().rounds()))
                    + ": order not established; fastest seen: " + fastest();
        }
        List<String> parts = new ArrayList<>();
        if (!fronts.isEmpty()) {
            parts.add(inFront());
        }
        fronts.forEach(front -> {
            if (!front.ranking().unjudged().isEmpty()
                    || !front.ranking().undecided().isEmpty()) {
                named.add(front);
            }
            if (!front.ranking().unjudged().isEmpty()) {
                parts.add("too few forks to place "
                        + Names.list(Front.names(front.ranking().unjudged())) + " on " + front.payload());
            }
            if (!front.ranking().undecided().isEmpty()) {
                parts.add("not decided: "
                        + Names.list(Front.names(front.ranking().undecided())) + " on " + front.payload());
            }
        });
        if (!open.isEmpty()) {
            parts.add("too few forks finished on " + Names.list(open));
        }
        if (!single.isEmpty()) {
            parts.add(
                    single.size() <= SHOWN
                            ? single.stream()
                                    .map(payload -> "only "
                                            + payloads.getOrDefault(payload, List.of())
                                                    .get(0)
                                                    .cell()
                                                    .codec()
                                            + " was measured on " + payload)
                                    .collect(Collectors.joining("; "))
                            : "one codec alone on " + single.size() + " more");
        }
        return String.join("; ", parts);
    }

    /** Who is in first place on every payload, and with whom; else who is on each. */
    private String inFront() {
        Set<String> everywhere = new LinkedHashSet<>(Front.names(fronts.get(0).first()));
        fronts.forEach(front -> everywhere.retainAll(Front.names(front.first())));
        if (everywhere.isEmpty()) {
            fronts.stream().limit(SHOWN).forEach(named::add);
            return "depends on the payload. "
                    + fronts.stream()
                            .limit(SHOWN)
                            .map(front -> front.payload() + ": " + front.group() + front.ahead())
                            .collect(Collectors.joining("; "))
                    + more(fronts.size());
        }
        String where = where();
        List<String> names = List.copyOf(everywhere);
        boolean alone = fronts.stream()
                .allMatch(front -> front.first().size() == everywhere.size()
                        && front.ranking().undecided().isEmpty());
        if (names.size() == 1) {
            return names.get(0) + (alone ? " leads " : " is in front ") + where + others(everywhere) + margins();
        }
        boolean tied = fronts.stream()
                .allMatch(front -> front.ranking()
                        .tied(front.first().stream()
                                .filter(score ->
                                        everywhere.contains(score.cell().codec()))
                                .toList()));
        String second = fronts.size() == 1 ? fronts.get(0).second() : "";
        return Names.list(names)
                + (tied ? " are tied" : " cannot be told apart")
                + (second.isEmpty() ? "" : " (" + second + ")")
                + (alone ? " and lead " : " and are in front ")
                + where
                + others(everywhere)
                + margins();
    }

    /** The payloads that have an order. */
    private String where() {
        int ordered = fronts.size();
        if (ordered > 1 && ordered == payloads.size()) {
            return ordered == 2 ? "on both payloads" : "on all " + ordered + " payloads";
        }
        if (ordered > SHOWN) {
            return "on " + ordered + " of " + payloads.size() + " payloads";
        }
        named.addAll(fronts);
        return "on " + Names.list(fronts.stream().map(Front::payload).toList());
    }

    /** By how much: the next one behind where it is closest, and where it is farthest. */
    private String margins() {
        List<Front> behind = fronts.stream()
                .filter(front -> front.next() != null)
                .sorted(Comparator.comparingDouble(Front::margin))
                .toList();
        if (behind.isEmpty()) {
            return "";
        }
        Front least = behind.get(0);
        if (fronts.size() == 1) {
            return least.ahead();
        }
        Front most = behind.get(behind.size() - 1);
        named.add(least);
        named.add(most);
        return least.ahead() + " on " + least.payload()
                + (behind.size() == 1
                        ? ""
                        : " (closest) and of " + most.nearest() + " on " + most.payload() + " (farthest)");
    }

    /** Who else is in first place on some of the payloads. */
    private String others(Set<String> everywhere) {
        List<String> others = new ArrayList<>();
        for (Front front : fronts) {
            List<Score> rest = front.first().stream()
                    .filter(score -> !everywhere.contains(score.cell().codec()))
                    .toList();
            if (!rest.isEmpty()) {
                if (others.size() < SHOWN) {
                    named.add(front);
                }
                others.add(Names.list(Front.names(rest)) + " on " + front.payload() + " (" + front.standing() + ")");
            }
        }
        return others.isEmpty()
                ? ""
                : ", but not alone: with " + others.stream().limit(SHOWN).collect(Collectors.joining(", "))
                        + more(others.size());
    }

    private String fastest() {
        return payloads.entrySet().stream()
                        .limit(SHOWN)
                        .map(payload -> seen(payload.getValue())
                                .map(best ->
                                        best.cell().codec() + " on " + payload.getKey() + " (" + amount(best) + ")")
                                .orElse(""))
                        .collect(Collectors.joining(", "))
                + more(payloads.size());
    }

    /** Rows of the payloads that the text names; to be asked behind it. */
    private List<Link> rests() {
        Stream<Link> judged = fronts.stream()
                .filter(named::contains)
                .limit(2 * SHOWN)
                .flatMap(front -> front.rests(measure).stream());
        Stream<Link> seen = Stream.concat(open.stream(), single.stream())
                .limit(SHOWN)
                .flatMap(payload -> seen(payloads.getOrDefault(payload, List.of())).stream()
                        .map(best -> new Link(
                                payload, measure.row(payload, best.cell().codec()))));
        List<Link> rests = Stream.concat(judged, seen).distinct().toList();
        // Of payloads that no text names, the first stands for all.
        return rests.isEmpty()
                ? fronts.stream()
                        .limit(1)
                        .flatMap(front -> front.rests(measure).stream())
                        .toList()
                : rests;
    }

    private static Optional<Score> seen(List<Score> scores) {
        return scores.stream()
                .min(Comparator.comparingDouble(score -> score.cost().value()));
    }

    private static String amount(Score score) {
        return score.scale().text(score.estimate());
    }

    private static String more(int all) {
        return all <= SHOWN ? "" : "; and " + Names.count(all - SHOWN, "more payload") + " below";
    }
}
