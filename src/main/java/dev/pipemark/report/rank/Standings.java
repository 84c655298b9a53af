package dev.pipemark.report.rank;

import dev.pipemark.record.Cell;
import dev.pipemark.record.CodecFacts;
import dev.pipemark.record.Kind;
import dev.pipemark.record.LanguageMatrix;
import dev.pipemark.record.Matrix;
import dev.pipemark.record.Metric;
import dev.pipemark.record.Outcome;
import dev.pipemark.record.PairCheck;
import dev.pipemark.record.PairSizes;
import dev.pipemark.record.Reason;
import dev.pipemark.report.rank.Standing.Entry;
import dev.pipemark.report.rank.Standing.Place;
import dev.pipemark.stats.Estimate;
import dev.pipemark.stats.Judgement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The answer of a run as data: which codecs meet which needs, and how they stand on each payload by each measure. The page,
 * Markdown, the terminal and the README show it. Controls and cells with unusual parameters are left out.
 */
public final class Standings {
    private static final int REASON_LENGTH = 160;

    /** The family of the control payload, which needs no serializer. */
    private static final String CONTROL = "bytes";

    private final Findings findings;
    private final Evidence evidence;
    private final List<CodecFacts> codecs;
    private final List<String> payloads;
    private final Map<Measure, Map<String, Table>> tables = new EnumMap<>(Measure.class);

    /**
     * The amounts of one payload by one measure.
     *
     * @param amounts by codec
     * @param scores by codec; empty if the measure is not judged
     */
    private record Table(Map<String, Estimate> amounts, Map<String, Score> scores, Ranking ranking) {
        static final Table NONE = new Table(Map.of(), Map.of(), Ranking.NONE);
    }

    /**
     * A family on the first screen.
     *
     * @param payload a payload of the family: the one that the most benchmarks timed. If there are several, it is the
     *     one with the most codecs.
     */
    public record Card(String family, Measure measure, String payload) {}

    /**
     * @param matrix the matrix of values that travel, if the code and the Java of the run made one
     * @param languages the matrix of other languages, if one is known
     */
    public Standings(Findings findings, Optional<Matrix> matrix, Optional<LanguageMatrix> languages) {
        this.findings = findings;
        this.evidence = new Evidence(findings, matrix, languages);
        this.codecs = choices(findings);
        for (Measure measure : Measure.values()) {
            Map<String, Table> found = new LinkedHashMap<>();
            for (String payload : findings.payloads()) {
                Table table = read(measure, payload);
                if (!table.amounts().isEmpty()) {
                    found.put(payload, table);
                }
            }
            tables.put(measure, found);
        }
        this.payloads = findings.payloads().stream()
                .filter(payload -> tables.values().stream().anyMatch(table -> table.containsKey(payload)))
                .sorted(Comparator.comparingInt(payload -> findings.families().indexOf(findings.family(payload))))
                .toList();
    }

    /** Returns every codec that a reader can choose, in the plan's order. */
    public List<CodecFacts> codecs() {
        return codecs;
    }

    /** Returns the payloads that any of the codecs was measured or sized on, family by family. */
    public List<String> payloads() {
        return payloads;
    }

    /** Returns the family of a payload as a sentence calls it. */
    public String family(String payload) {
        String family = findings.family(payload);
        return family.isEmpty() ? "payloads" : family;
    }

    /** Returns the payloads with amounts by this measure, family by family. */
    public List<String> payloads(Measure measure) {
        return payloads.stream()
                .filter(payload -> !table(measure, payload).amounts().isEmpty())
                .toList();
    }

    /**
     * Returns a card for each family that was timed, except that of the controls. Its payload is the one that the
     * most benchmarks timed. If there are several, it is the one with the most codecs, and of these the first.
     */
    public List<Card> cards() {
        List<Card> cards = new ArrayList<>();
        for (String family : payloads.stream().map(this::family).distinct().toList()) {
            Stream.of(Measure.values())
                    .filter(measure -> measure.judged() && !family.equals(CONTROL))
                    .flatMap(measure -> payloads(measure).stream()
                            .filter(payload -> family(payload).equals(family))
                            .min(Comparator.comparingLong((String payload) -> -benchmarks(payload))
                                    .thenComparing(payload ->
                                            -table(measure, payload).amounts().size()))
                            .map(payload -> new Card(family, measure, payload))
                            .stream())
                    .findFirst()
                    .ifPresent(cards::add);
        }
        return cards;
    }

    /** Returns the number of judged measures with amounts for a payload. */
    private long benchmarks(String payload) {
        return Stream.of(Measure.values())
                .filter(measure ->
                        measure.judged() && !table(measure, payload).amounts().isEmpty())
                .count();
    }

    public Evidence evidence() {
        return evidence;
    }

    /** Returns the ids of the codecs that meet all of these needs, in the plan's order. */
    public List<String> admitted(Collection<Need> needs) {
        boolean closed = needs.contains(Need.NO_FLAGS);
        return codecs.stream()
                .filter(codec -> needs.stream()
                        .allMatch(need -> evidence.ruling(codec, need, closed).met()))
                .map(CodecFacts::id)
                .toList();
    }

    /** Returns how the codecs that meet these needs stand; empty if none of them was measured. */
    public Optional<Standing> standing(Measure measure, String payload, Collection<Need> needs) {
        Map<String, Estimate> amounts =
                new LinkedHashMap<>(table(measure, payload).amounts());
        amounts.keySet().retainAll(admitted(needs));
        return amounts.isEmpty()
                ? Optional.empty()
                : Optional.of(measure.judged() ? judged(measure, payload, amounts) : exact(measure, payload, amounts));
    }

    /**
     * Returns the best codec that meets these needs, beside the best codec of all. Returns empty if no codec that
     * meets them was measured.
     */
    public Optional<Entry> fastest(Measure measure, String payload, Collection<Need> needs) {
        return standing(measure, payload, needs)
                .flatMap(met -> standing(measure, payload, List.of())
                        .flatMap(all -> all.entry(met.best().codec())));
    }

    /** Returns the cost of that codec over that of the best codec of all. Empty if it is not slower. */
    public Optional<Estimate> cost(Measure measure, String payload, Collection<Need> needs) {
        return fastest(measure, payload, needs)
                .filter(entry -> entry.place() == Place.SLOWER)
                .map(Entry::times);
    }

    /**
     * Returns the cost of one codec over that of another: the plain ratio if there are too few forks, and
     * {@link Judgement#NONE} if a codec was not measured or the measure is not judged.
     */
    public Judgement judge(Measure measure, String payload, String one, String other) {
        Table table = table(measure, payload);
        Score first = table.scores().get(one);
        Score second = table.scores().get(other);
        return first == null || second == null
                ? Judgement.NONE
                : first.orRatio(table.ranking().judge(first, second), second);
    }

    /** Returns whether the forks of the codec scatter so much that its pairs are judged by themselves. */
    public boolean noisy(Measure measure, String payload, String codec) {
        Table table = table(measure, payload);
        Score score = table.scores().get(codec);
        return score != null && table.ranking().noisy().contains(score.cell());
    }

    /** Returns in a line why the codec does not carry the payload; empty if it does, or was not tried. */
    public Optional<String> fault(String codec, String payload) {
        PairCheck check = findings.check(codec, payload);
        return check == null || check.exact()
                ? Optional.empty()
                : Optional.of(Reason.shown(check.outcome().reason(), REASON_LENGTH));
    }

    /** Returns in a line why the codec's cell of a measure failed; empty if it did not. */
    public Optional<String> failure(Measure measure, String codec, String payload) {
        return cells(measure, payload, codec)
                .filter(score -> score.outcome() instanceof Outcome.Failed)
                .map(score -> Reason.shown("failed: " + score.reason(), REASON_LENGTH))
                .findFirst();
    }

    /** Returns the nanoseconds from the start of a worker to its first reply, on the first payload with such a cell. */
    public Optional<Estimate> firstReply(String codec) {
        return findings.scores(Kind.FIRST_REPLY).stream()
                .filter(score -> score.cell().codec().equals(codec) && score.measured())
                .map(Score::cost)
                .findFirst();
    }

    private Table table(Measure measure, String payload) {
        return tables.getOrDefault(measure, Map.of()).getOrDefault(payload, Table.NONE);
    }

    private Standing judged(Measure measure, String payload, Map<String, Estimate> amounts) {
        Table table = table(measure, payload);
        Ranking ranking = table.ranking()
                .among(table.scores().values().stream()
                        .filter(score -> amounts.containsKey(score.cell().codec()))
                        .toList());
        List<Entry> entries = ranking.measured().stream()
                .sorted(Comparator.comparingDouble((Score score) -> timesBest(ranking, score))
                        .thenComparingDouble(Score::order))
                .map(score -> new Entry(
                        score.cell().codec(),
                        measure.amount(score),
                        ranking.rank(score).timesBest(),
                        ranking.placeOf(score)))
                .toList();
        return new Standing(measure, payload, entries.size() == 1 || ranking.placed() > 1, entries);
    }

    /**
     * Returns the cost over that of the best. The costs alone give no order if the table was divided, since its groups were
     * measured at different times. A cell with too few forks cannot be the best. If it cost less than the best, the factor
     * is unknown.
     */
    private static double timesBest(Ranking ranking, Score score) {
        Estimate times = ranking.rank(score).timesBest();
        return times.known() ? times.value() : 0;
    }

    private static Standing exact(Measure measure, String payload, Map<String, Estimate> amounts) {
        double least =
                amounts.values().stream().mapToDouble(Estimate::value).min().orElse(Double.NaN);
        List<Entry> entries = new ArrayList<>();
        amounts.forEach((codec, amount) -> {
            boolean best = amount.value() == least;
            Estimate times = best ? single(1) : least > 0 ? single(amount.value() / least) : Estimate.NONE;
            entries.add(new Entry(codec, amount, times, best ? Place.BEST : Place.UNJUDGED));
        });
        entries.sort(Comparator.comparingDouble(entry -> entry.amount().value()));
        return new Standing(measure, payload, true, entries);
    }

    private static Estimate single(double value) {
        return new Estimate(value, Double.NaN, Double.NaN, 1);
    }

    private Table read(Measure measure, String payload) {
        Map<String, Estimate> amounts = new LinkedHashMap<>();
        Map<String, Score> scores = new LinkedHashMap<>();
        for (CodecFacts codec : codecs) {
            if (measure.judged()) {
                cells(measure, payload, codec.id())
                        .filter(Score::measured)
                        .findFirst()
                        .ifPresent(score -> {
                            scores.put(codec.id(), score);
                            amounts.put(codec.id(), measure.amount(score));
                        });
            } else {
                double amount = amount(measure, payload, codec.id());
                if (!Double.isNaN(amount)) {
                    amounts.put(codec.id(), single(amount));
                }
            }
        }
        Ranking ranking = scores.values().stream()
                .findFirst()
                .map(score -> findings.ranking(score.cell()).among(List.copyOf(scores.values())))
                .orElse(Ranking.NONE);
        return new Table(amounts, scores, ranking);
    }

    /** Returns the planned cells of a measure: streams for CPU and allocation, none for sizes. */
    private Stream<Score> cells(Measure measure, String payload, String codec) {
        return findings
                .scores(
                        payload,
                        cell -> cell.codec().equals(codec)
                                && Kind.extras(cell).isEmpty()
                                && switch (measure) {
                                    case STREAM, CPU, ALLOCATION -> Kind.leadStream(cell);
                                    case ROUND_TRIP -> Kind.of(cell) == Kind.TRIP;
                                    case ENCODE, DECODE ->
                                        Kind.of(cell) == Kind.CODING
                                                && cell.benchmark().equals(measure.id());
                                    case BYTES, ZSTD -> false;
                                })
                .stream();
    }

    private double amount(Measure measure, String payload, String codec) {
        PairSizes size = findings.size(codec, payload);
        return switch (measure) {
            case BYTES -> size == null ? Double.NaN : size.mean();
            case ZSTD -> size == null ? Double.NaN : size.zstd();
            case CPU -> both(payload, codec, Metric.PARENT_CPU, Metric.WORKER_CPU);
            default -> both(payload, codec, Metric.PARENT_ALLOCATION, Metric.WORKER_ALLOCATION);
        };
    }

    /** Returns the sum over both processes while they stream, or in the round trip if that is not known. */
    private double both(String payload, String codec, Metric parent, Metric worker) {
        return Stream.of(Measure.STREAM, Measure.ROUND_TRIP)
                .flatMap(measure -> cells(measure, payload, codec))
                .filter(Score::measured)
                .mapToDouble(score -> score.metric(parent) + score.metric(worker))
                .filter(both -> !Double.isNaN(both))
                .findFirst()
                .orElse(Double.NaN);
    }

    private static List<CodecFacts> choices(Findings findings) {
        Map<String, CodecFacts> choices = new LinkedHashMap<>();
        findings.codecs().forEach(codec -> choices.put(codec.id(), codec));
        findings.scores().stream()
                .filter(score -> score.outcome() instanceof Outcome.Measured
                        && !score.cell().codec().equals(Cell.NONE))
                .forEach(score -> choices.computeIfAbsent(score.cell().codec(), findings::codec));
        choices.values().removeIf(CodecFacts::control);
        return List.copyOf(choices.values());
    }
}
