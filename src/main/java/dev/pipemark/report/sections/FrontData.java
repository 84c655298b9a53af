package dev.pipemark.report.sections;

import dev.pipemark.record.CodecFacts;
import dev.pipemark.report.doc.Names;
import dev.pipemark.report.doc.PageJson;
import dev.pipemark.report.rank.Measure;
import dev.pipemark.report.rank.Need;
import dev.pipemark.report.rank.Ruling;
import dev.pipemark.report.rank.Standing;
import dev.pipemark.report.rank.Standings;
import dev.pipemark.stats.Estimate;
import dev.pipemark.stats.Judgement;
import dev.pipemark.stats.Verdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The standings as the page's script reads them. Codecs, payloads and measures are named once. Everything else refers to
 * them by number.
 *
 * <p>A page has no room for the judgements of all pairs of a table. Most of them follow from one effect for each codec (the
 * logarithm of its cost) and one half width for the table. Only the others are written out.
 */
final class FrontData {
    /** Logarithms are written as whole numbers of this step. The page's script has the same step. */
    private static final double STEP = 1e-4;

    private final Standings standings;
    private final Map<String, Integer> codecs = new HashMap<>();
    private final Map<String, Integer> payloads = new HashMap<>();
    private final Map<String, Integer> texts = new LinkedHashMap<>();

    /** Two rows of a table, and how they were judged. */
    private record Pair(int one, int other, Judgement judgement) {
        boolean judged() {
            return judgement.verdict() != null;
        }

        /** Returns the logarithm of the ratio, in steps. */
        int log() {
            return steps(judgement.ratio().value());
        }

        /** Returns half the width of the interval, in steps. */
        int half() {
            return steps(Math.sqrt(judgement.ratio().upper() / judgement.ratio().lower()));
        }

        private static int steps(double ratio) {
            return (int) Math.round(Math.log(ratio) / STEP);
        }
    }

    private FrontData(Standings standings) {
        this.standings = standings;
        standings.codecs().forEach(codec -> codecs.put(codec.id(), codecs.size()));
        standings.payloads().forEach(payload -> payloads.put(payload, payloads.size()));
    }

    static String of(Standings standings) {
        return PageJson.of(new FrontData(standings).all());
    }

    private Map<String, Object> all() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("codecs", standings.codecs().stream().map(this::codec).toList());
        all.put(
                "payloads",
                standings.payloads().stream()
                        .map(payload -> Map.of("id", payload, "family", standings.family(payload)))
                        .toList());
        all.put("metrics", Stream.of(Measure.values()).map(FrontData::measure).toList());
        all.put("needs", Stream.of(Need.values()).map(this::need).toList());
        all.put(
                "cards",
                standings.cards().stream()
                        .map(card -> Map.of("payload", payload(card.payload())))
                        .toList());
        all.put("tables", tables());
        all.put("faults", faults());
        all.put("failures", failures());
        all.put("texts", List.copyOf(texts.keySet()));
        return all;
    }

    private Map<String, Object> codec(CodecFacts codec) {
        Map<String, Object> needs = new LinkedHashMap<>();
        for (Need need : Need.values()) {
            Ruling ruling = standings.evidence().ruling(codec, need, false);
            Ruling closed = standings.evidence().ruling(codec, need, true);
            needs.put(need.id(), ruling(ruling));
            if (!closed.equals(ruling)) {
                needs.put(need.id() + " closed", ruling(closed));
            }
        }
        Map<String, Object> facts = new LinkedHashMap<>();
        standings
                .firstReply(codec.id())
                .ifPresent(reply -> facts.put(
                        "first-reply", Map.of("value", reply.value(), "say", Measure.Unit.TIME.brief(reply.value()))));
        Map<String, Object> jars = new LinkedHashMap<>(Map.of("say", Names.jars(codec)));
        codec.jarBytes().ifPresent(bytes -> jars.put("value", bytes));
        facts.put("jars", jars);
        return Map.of("id", codec.id(), "safe", codec.safeForUntrustedBytes(), "needs", needs, "facts", facts);
    }

    /** Returns whether a need is met, and the number of the text that says why. */
    private List<@Nullable Object> ruling(Ruling ruling) {
        Boolean met = ruling.answer() == Ruling.Answer.UNKNOWN ? null : (Boolean) ruling.met();
        return Arrays.asList(met, text(ruling.why()));
    }

    private static Map<String, Object> measure(Measure measure) {
        return Map.of(
                "id", measure.id(),
                "title", measure.title(),
                "kind", measure.unit().name().toLowerCase(Locale.ROOT),
                "leads", measure.judged(),
                "note", measure.note());
    }

    private Map<String, Object> need(Need need) {
        List<String> about = new ArrayList<>(List.of(standings.evidence().about(need)));
        about.addAll(NeedsTable.lines(standings, need));
        return Map.of(
                "id", need.id(),
                "title", need.title(),
                "short", need.brief(),
                "judged", standings.evidence().judges(need),
                "about", String.join("\n", about));
    }

    private List<Object> tables() {
        List<Object> tables = new ArrayList<>();
        for (Measure measure : Measure.values()) {
            for (String payload : standings.payloads(measure)) {
                standings.standing(measure, payload, List.of()).ifPresent(standing -> tables.add(table(standing)));
            }
        }
        return tables;
    }

    /** Returns a table whose rows are in the order of the codecs. It names them only if some are missing. */
    private Map<String, Object> table(Standing sorted) {
        Standing standing = new Standing(
                sorted.measure(),
                sorted.payload(),
                sorted.ordered(),
                sorted.entries().stream()
                        .sorted(Comparator.comparing(this::number))
                        .toList());
        Map<String, Object> table = new LinkedHashMap<>();
        table.put("metric", standing.measure().ordinal());
        table.put("payload", payload(standing.payload()));
        if (standing.entries().size() < codecs.size()) {
            table.put("codecs", standing.entries().stream().map(this::number).toList());
        }
        table.put(
                "values",
                standing.entries().stream().map(entry -> entry.amount().value()).toList());
        if (standing.measure().judged()) {
            table.put("lows", thousandths(standing, Estimate::lower));
            table.put("highs", thousandths(standing, Estimate::upper));
            judgements(table, standing);
        }
        return table;
    }

    private Integer number(Standing.Entry entry) {
        return codecs.getOrDefault(entry.codec(), -1);
    }

    /** Returns the bounds of intervals, in thousandths of the value. Pages show three digits at most. */
    private static List<Double> thousandths(Standing standing, ToDoubleFunction<Estimate> bound) {
        return standing.entries().stream()
                .map(entry -> Math.rint(1000
                        * bound.applyAsDouble(entry.amount())
                        / entry.amount().value()))
                .toList();
    }

    /**
     * Adds the effect of each codec relative to the best, the half width of most pairs, and all pairs that these do
     * not describe.
     */
    private void judgements(Map<String, Object> table, Standing standing) {
        int rows = standing.entries().size();
        int best = standing.entries().indexOf(standing.best());
        List<Pair> againstBest = IntStream.range(0, rows)
                .mapToObj(row -> pair(standing, row, best))
                .toList();
        boolean judged = againstBest.stream().anyMatch(Pair::judged);
        List<@Nullable Integer> effects = new ArrayList<>();
        for (Pair pair : againstBest) {
            effects.add(pair.one() == best && judged ? (Integer) 0 : pair.judged() ? (Integer) pair.log() : null);
        }
        List<Pair> all = new ArrayList<>();
        for (int one = 0; one < rows; one++) {
            for (int other = one + 1; other < rows; other++) {
                all.add(pair(standing, one, other));
            }
        }
        Map<Integer, Long> halves =
                all.stream().filter(Pair::judged).collect(Collectors.groupingBy(Pair::half, Collectors.counting()));
        int half = halves.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(0);
        double delta = all.stream()
                .filter(Pair::judged)
                .mapToDouble(pair -> pair.judgement().standing().delta())
                .findFirst()
                .orElse(Double.NaN);
        List<Object> differing = new ArrayList<>();
        for (Pair pair : all) {
            Integer first = effects.get(pair.one());
            Integer second = effects.get(pair.other());
            if (first != null && second != null && !follows(pair, first - second, half, delta)) {
                differing.add(written(pair));
            }
        }
        table.put("delta", delta);
        table.put("half", half);
        table.put("effects", effects);
        table.put(
                "noisy",
                IntStream.range(0, rows)
                        .filter(row -> standings.noisy(
                                standing.measure(),
                                standing.payload(),
                                standing.entries().get(row).codec()))
                        .boxed()
                        .toList());
        table.put("pairs", differing);
    }

    private Pair pair(Standing standing, int one, int other) {
        String first = standing.entries().get(one).codec();
        String second = standing.entries().get(other).codec();
        return new Pair(one, other, standings.judge(standing.measure(), standing.payload(), first, second));
    }

    /** Returns whether a reader of the effects and the half width finds the same interval and verdict. */
    private static boolean follows(Pair pair, int log, int half, double delta) {
        Estimate ratio =
                new Estimate(Math.exp(STEP * log), Math.exp(STEP * (log - half)), Math.exp(STEP * (log + half)), 0);
        return pair.judged()
                && Math.abs(pair.log() - log) < 2
                && Math.abs(pair.half() - half) < 2
                && Verdict.of(ratio, delta) == pair.judgement().verdict();
    }

    private static List<@Nullable Object> written(Pair pair) {
        Verdict verdict = pair.judgement().verdict();
        return verdict == null
                ? Arrays.asList(pair.one(), pair.other(), null, null)
                : Arrays.asList(pair.one(), pair.other(), pair.log(), pair.half(), verdict.word());
    }

    private Map<String, Integer> faults() {
        Map<String, Integer> faults = new LinkedHashMap<>();
        for (CodecFacts codec : standings.codecs()) {
            for (String payload : standings.payloads()) {
                String pair = codecs.get(codec.id()) + " " + payload(payload);
                standings.fault(codec.id(), payload).ifPresent(why -> faults.put(pair, text(why)));
            }
        }
        return faults;
    }

    private Map<String, Integer> failures() {
        Map<String, Integer> failures = new LinkedHashMap<>();
        for (Measure measure : Measure.values()) {
            for (CodecFacts codec : standings.codecs()) {
                for (String payload : standings.payloads(measure)) {
                    String cell = measure.ordinal() + " " + codecs.get(codec.id()) + " " + payload(payload);
                    standings.failure(measure, codec.id(), payload).ifPresent(why -> failures.put(cell, text(why)));
                }
            }
        }
        return failures;
    }

    /** Returns the number of a text, which is new or was used before. */
    private Integer text(String why) {
        return texts.computeIfAbsent(why, added -> texts.size());
    }

    private int payload(String payload) {
        return payloads.getOrDefault(payload, -1);
    }
}
