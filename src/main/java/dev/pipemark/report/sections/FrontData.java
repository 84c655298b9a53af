package dev.pipemark.report.sections;

import dev.pipemark.record.CodecFacts;
import dev.pipemark.report.doc.Names;
import dev.pipemark.report.doc.PageJson;
import dev.pipemark.report.rank.Evidence;
import dev.pipemark.report.rank.Evidence.Ruling;
import dev.pipemark.report.rank.Measure;
import dev.pipemark.report.rank.Need;
import dev.pipemark.report.rank.Standing;
import dev.pipemark.report.rank.Standings;
import dev.pipemark.stats.Estimate;
import dev.pipemark.stats.Judgement;
import dev.pipemark.stats.Verdict;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The standings as the page's script reads them. Codecs, payloads and measures are named once and numbered after that.
 *
 * <p>Judgements of all pairs of a table would be too many for a page. Most follow from one effect for each codec (the
 * logarithm of its cost) and one half width for the table; only the others are written out.
 */
final class FrontData {
    /** Enough for a factor with two decimals. */
    private static final MathContext DIGITS = new MathContext(5);

    /** Logarithms are rounded to this, and pairs that differ by more from the table's own are written out. */
    private static final double STEP = 1e-4;

    private final Standings standings;
    private final Map<String, Integer> codecs = new HashMap<>();
    private final Map<String, Integer> payloads = new HashMap<>();
    private final Map<String, Integer> texts = new LinkedHashMap<>();

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
        all.put(
                "metrics",
                List.of(Measure.values()).stream().map(FrontData::measure).toList());
        all.put("needs", List.of(Need.values()).stream().map(this::need).toList());
        all.put(
                "facts",
                List.of(
                        Map.of(
                                "id", "first-reply",
                                "title", "first reply",
                                "about", "from spawning a worker to its first reply",
                                "kind", "time"),
                        Map.of("id", "jars", "title", "jars", "about", "the jars that it brings", "kind", "file")));
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
                .ifPresent(reply ->
                        facts.put("first-reply", Map.of("value", reply.value(), "say", Amounts.time(reply.value()))));
        OptionalLong bytes = codec.jarBytes();
        facts.put(
                "jars",
                bytes.isPresent()
                        ? Map.of("value", bytes.getAsLong(), "say", Names.jars(codec))
                        : Map.of("say", Names.jars(codec)));
        return Map.of("id", codec.id(), "safe", codec.safeForUntrustedBytes(), "needs", needs, "facts", facts);
    }

    private static Map<String, Object> ruling(Ruling ruling) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("met", ruling.answer() == Evidence.Answer.UNKNOWN ? null : ruling.met());
        all.put("why", ruling.why());
        return all;
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
        return Map.of(
                "id", need.id(),
                "title", need.title(),
                "short", need.brief(),
                "judged", standings.evidence().judges(need),
                "about", standings.evidence().about(need));
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

    private Map<String, Object> table(Standing standing) {
        List<String> names =
                standing.entries().stream().map(Standing.Entry::codec).toList();
        List<Estimate> amounts =
                standing.entries().stream().map(Standing.Entry::amount).toList();
        Map<String, Object> table = new LinkedHashMap<>();
        table.put("metric", standing.measure().ordinal());
        table.put("payload", payload(standing.payload()));
        table.put(
                "codecs",
                names.stream().map(codec -> codecs.getOrDefault(codec, -1)).toList());
        table.put(
                "values",
                amounts.stream().map(amount -> rounded(amount.value())).toList());
        if (standing.measure().judged()) {
            table.put(
                    "lows",
                    amounts.stream().map(amount -> rounded(amount.lower())).toList());
            table.put(
                    "highs",
                    amounts.stream().map(amount -> rounded(amount.upper())).toList());
            judgements(table, standing, names);
        }
        return table;
    }

    /** Effects beside the best, whose own is 0; the half width that most pairs have; and the pairs that differ. */
    private void judgements(Map<String, Object> table, Standing standing, List<String> names) {
        String best = standing.best().codec();
        double delta = standings.delta(standing.measure(), standing.payload());
        List<@Nullable Double> effects = new ArrayList<>();
        for (String name : names) {
            Judgement judgement = judge(standing, name, best);
            boolean alone = name.equals(best)
                    && names.stream()
                            .anyMatch(other -> judge(standing, other, best).verdict() != null);
            effects.add(alone ? (Double) 0.0 : judgement.verdict() == null ? null : stepped(log(judgement)));
        }
        Map<Double, Integer> halves = new HashMap<>();
        for (int one = 0; one < names.size(); one++) {
            for (int other = one + 1; other < names.size(); other++) {
                Judgement judgement = judge(standing, names.get(one), names.get(other));
                if (judgement.verdict() != null) {
                    halves.merge(stepped(half(judgement)), 1, Integer::sum);
                }
            }
        }
        double half = halves.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(0.0);
        List<Object> pairs = new ArrayList<>();
        for (int one = 0; one < names.size(); one++) {
            for (int other = one + 1; other < names.size(); other++) {
                Double first = effects.get(one);
                Double second = effects.get(other);
                if (first != null && second != null) {
                    Judgement judgement = judge(standing, names.get(one), names.get(other));
                    if (!follows(judgement, first - second, half, delta)) {
                        pairs.add(pair(one, other, judgement));
                    }
                }
            }
        }
        table.put("delta", rounded(delta));
        table.put("half", half);
        table.put("effects", effects);
        table.put(
                "noisy",
                IntStream.range(0, names.size())
                        .filter(row -> standings.noisy(standing.measure(), standing.payload(), names.get(row)))
                        .boxed()
                        .toList());
        table.put("pairs", pairs);
    }

    private Judgement judge(Standing standing, String one, String other) {
        return standings.judge(standing.measure(), standing.payload(), one, other);
    }

    /** Whether a reader of the effects and the half width comes to the same interval and verdict. */
    private static boolean follows(Judgement judgement, double log, double half, double delta) {
        return judgement.verdict() != null
                && Math.abs(log(judgement) - log) < 2 * STEP
                && Math.abs(half(judgement) - half) < 2 * STEP
                && Verdict.of(new Estimate(Math.exp(log), Math.exp(log - half), Math.exp(log + half), 0), delta)
                        == judgement.verdict();
    }

    private static List<@Nullable Object> pair(int one, int other, Judgement judgement) {
        List<@Nullable Object> pair = new ArrayList<>();
        pair.add(one);
        pair.add(other);
        boolean judged = judgement.verdict() != null;
        pair.add(judged ? (Object) stepped(log(judgement)) : null);
        pair.add(judged ? (Object) stepped(half(judgement)) : null);
        if (judgement.verdict() != null) {
            pair.add(judgement.verdict().word());
        }
        return pair;
    }

    private static double log(Judgement judgement) {
        return Math.log(judgement.ratio().value());
    }

    private static double half(Judgement judgement) {
        return Math.log(judgement.ratio().upper() / judgement.ratio().lower()) / 2;
    }

    private static double stepped(double log) {
        return Math.round(log / STEP) / (1 / STEP);
    }

    private Map<String, Integer> faults() {
        Map<String, Integer> faults = new LinkedHashMap<>();
        for (CodecFacts codec : standings.codecs()) {
            for (String payload : standings.payloads()) {
                standings
                        .fault(codec.id(), payload)
                        .ifPresent(why -> faults.put(
                                codecs.get(codec.id()) + " " + payload(payload),
                                texts.computeIfAbsent(why, text -> texts.size())));
            }
        }
        return faults;
    }

    private Map<String, Integer> failures() {
        Map<String, Integer> failures = new LinkedHashMap<>();
        for (Measure measure : Measure.values()) {
            for (CodecFacts codec : standings.codecs()) {
                for (String payload : standings.payloads(measure)) {
                    standings
                            .failure(measure, codec.id(), payload)
                            .ifPresent(why -> failures.put(
                                    measure.ordinal() + " " + codecs.get(codec.id()) + " " + payload(payload),
                                    texts.computeIfAbsent(why, text -> texts.size())));
                }
            }
        }
        return failures;
    }

    private int payload(String payload) {
        return payloads.getOrDefault(payload, -1);
    }

    private static @Nullable Double rounded(double value) {
        return Double.isNaN(value) || Double.isInfinite(value)
                ? null
                : (Double) new BigDecimal(value).round(DIGITS).doubleValue();
    }
}
