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
import dev.pipemark.report.doc.Names;
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
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The standings of a run, as data: which codecs meet which needs, and how they stand on each payload by each measure. The
 * page, Markdown, the terminal and the README draw them. Controls have no part in them, nor have variants of a cell.
 */
public final class Standings {
    private static final int REASON_LENGTH = 160;

    /** The family of the control: what is sent there needs no serializer. */
    private static final String CONTROL = "bytes";

    private final Findings findings;
    private final Evidence evidence;
    private final List<CodecFacts> codecs;
    private final List<String> payloads;
    private final Map<Measure, Map<String, Table>> tables = new EnumMap<>(Measure.class);

    /**
     * The amounts of one payload by one measure, by codec.
     *
     * @param scores empty where the measure is not judged
     */
    private record Table(Map<String, Estimate> amounts, Map<String, Score> scores, Ranking ranking) {}

    /**
     * A family's place on the first screen.
     *
     * @param payload the payload that most codecs were measured on
     */
    public record Card(String family, Measure measure, String payload) {}

    /**
     * @param matrix what values travel with the code and Java of the run, where that is known
     * @param languages what other languages see of them, where that is known
     */
    public Standings(Findings findings, Optional<Matrix> matrix, Optional<LanguageMatrix> languages) {
        this.findings = findings;
        this.evidence = new Evidence(findings, matrix, languages);
        this.codecs = choices(findings);
        for (Measure measure : Measure.values()) {
            Map<String, Table> found = new LinkedHashMap<>();
            for (String payload : findings.payloads()) {
                Table table = table(measure, payload);
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

    /** Every codec that could be chosen, in the plan's order. */
    public List<CodecFacts> codecs() {
        return codecs;
    }

    /** Payloads that any of them was measured or sized on, family by family. */
    public List<String> payloads() {
        return payloads;
    }

    public String family(String payload) {
        return Names.family(findings.family(payload));
    }

    /** Payloads with amounts by this measure, family by family. */
    public List<String> payloads(Measure measure) {
        return payloads.stream()
                .filter(payload -> of(measure).containsKey(payload))
                .toList();
    }

    /** What the first screen shows of each family that was timed, without that of the controls. */
    public List<Card> cards() {
        List<Card> cards = new ArrayList<>();
        for (String family : payloads.stream()
                .map(this::family)
                .filter(family -> !family.equals(CONTROL))
                .distinct()
                .toList()) {
            Stream.of(Measure.values())
                    .filter(Measure::judged)
                    .flatMap(measure -> of(measure).entrySet().stream()
                            .filter(table -> family(table.getKey()).equals(family))
                            .min(Comparator.comparingInt(
                                    table -> -table.getValue().amounts().size()))
                            .map(table -> new Card(family, measure, table.getKey()))
                            .stream())
                    .findFirst()
                    .ifPresent(cards::add);
        }
        return cards;
    }

    public Evidence evidence() {
        return evidence;
    }

    /** Whether a codec meets all of these needs together. */
    public boolean meets(CodecFacts codec, Collection<Need> needs) {
        return needs.stream()
                .allMatch(need -> evidence.ruling(codec, need, needs.contains(Need.NO_FLAGS))
                        .met());
    }

    /** Ids of the codecs that meet all of these needs, in the plan's order. */
    public List<String> admitted(Collection<Need> needs) {
        return codecs.stream()
                .filter(codec -> meets(codec, needs))
                .map(CodecFacts::id)
                .toList();
    }

    /** How the codecs that meet these needs stand; empty where none of them was measured. */
    public Optional<Standing> standing(Measure measure, String payload, Collection<Need> needs) {
        return standing(measure, payload, needs.isEmpty() ? codec -> true : admitted(needs)::contains);
    }

    /** What these needs cost: the best codec that meets them against the best of all; empty where it is not slower. */
    public Optional<Estimate> cost(Measure measure, String payload, Collection<Need> needs) {
        return standing(measure, payload, needs)
                .map(Standing::best)
                .flatMap(best -> standing(measure, payload, List.of())
                        .flatMap(all -> all.entries().stream()
                                .filter(entry -> entry.codec().equals(best.codec()) && entry.place() == Place.SLOWER)
                                .findFirst()))
                .map(Entry::times);
    }

    /** How many times the cost of the other the one's is; {@link Judgement#NONE} where that is not judged. */
    public Judgement judge(Measure measure, String payload, String one, String other) {
        Table table = of(measure).get(payload);
        Score first = table == null ? null : table.scores().get(one);
        Score second = table == null ? null : table.scores().get(other);
        return table == null || first == null || second == null
                ? Judgement.NONE
                : table.ranking().judge(first, second);
    }

    /** Whether the codec's forks scatter so much more than others that its pairs are judged by themselves. */
    public boolean noisy(Measure measure, String payload, String codec) {
        Table table = of(measure).get(payload);
        Score score = table == null ? null : table.scores().get(codec);
        return table != null && score != null && table.ranking().noisy().contains(score.cell());
    }

    /** The margin of a tie by a measure that is judged, as a fraction. */
    public double delta(Measure measure, String payload) {
        Table table = of(measure).get(payload);
        return table == null
                ? Double.NaN
                : table.scores().values().stream()
                        .findFirst()
                        .map(score -> findings.delta(score.cell().benchmark()))
                        .orElse(Double.NaN);
    }

    /** Why the codec does not carry the payload, in a line; empty where it does, or was not tried. */
    public Optional<String> fault(String codec, String payload) {
        PairCheck check = findings.check(codec, payload);
        return check == null || check.exact()
                ? Optional.empty()
                : Optional.of(Names.brief(
                        check.verdict().name().toLowerCase(Locale.ROOT).replace('_', ' ') + ": " + check.detail(),
                        REASON_LENGTH));
    }

    /** Why the codec's cell of a measure failed, in a line; empty where it did not. */
    public Optional<String> failure(Measure measure, String codec, String payload) {
        return cells(measure, payload, codec)
                .filter(score -> score.outcome() instanceof Outcome.Failed)
                .map(score -> Names.brief("failed: " + score.reason(), REASON_LENGTH))
                .findFirst();
    }

    /** Nanoseconds from spawning a worker to its first reply, on the first payload that this was measured with. */
    public Optional<Estimate> firstReply(String codec) {
        return findings
                .scores(cell ->
                        Kind.of(cell) == Kind.FIRST_REPLY && cell.codec().equals(codec))
                .stream()
                .filter(Score::measured)
                .map(Score::cost)
                .findFirst();
    }

    private Map<String, Table> of(Measure measure) {
        return tables.getOrDefault(measure, Map.of());
    }

    private Optional<Standing> standing(Measure measure, String payload, Predicate<String> admits) {
        Table table = of(measure).get(payload);
        List<String> admitted = table == null
                ? List.of()
                : table.amounts().keySet().stream().filter(admits).toList();
        if (table == null || admitted.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                measure.judged()
                        ? judged(measure, payload, table, admitted)
                        : exact(measure, payload, table, admitted));
    }

    private static Standing judged(Measure measure, String payload, Table table, List<String> admitted) {
        Ranking ranking = table.ranking()
                .among(table.scores().values().stream()
                        .filter(score -> admitted.contains(score.cell().codec()))
                        .toList());
        List<Entry> entries = ranking.measured().stream()
                .sorted(Comparator.comparingDouble(score -> score.cost().value()))
                .map(score -> new Entry(
                        score.cell().codec(),
                        amount(measure, score),
                        ranking.rank(score).timesBest(),
                        ranking.placeOf(score)))
                .toList();
        return new Standing(measure, payload, entries.size() == 1 || ranking.placed() > 1, entries);
    }

    private static Standing exact(Measure measure, String payload, Table table, List<String> admitted) {
        double least = admitted.stream()
                .mapToDouble(codec -> amount(table, codec))
                .min()
                .orElse(Double.NaN);
        List<Entry> entries = admitted.stream()
                .sorted(Comparator.comparingDouble(codec -> amount(table, codec)))
                .map(codec -> {
                    double amount = amount(table, codec);
                    double times = amount == least ? 1 : least > 0 ? amount / least : Double.NaN;
                    return new Entry(
                            codec, single(amount), single(times), amount == least ? Place.BEST : Place.UNJUDGED);
                })
                .toList();
        return new Standing(measure, payload, true, entries);
    }

    private static double amount(Table table, String codec) {
        return table.amounts().getOrDefault(codec, Estimate.NONE).value();
    }

    private static Estimate single(double value) {
        return Double.isNaN(value) ? Estimate.NONE : new Estimate(value, Double.NaN, Double.NaN, 1);
    }

    private static Estimate amount(Measure measure, Score score) {
        return measure.unit() == Measure.Unit.RATE ? score.rate() : score.cost();
    }

    private Table table(Measure measure, String payload) {
        Map<String, Estimate> amounts = new LinkedHashMap<>();
        Map<String, Score> scores = new LinkedHashMap<>();
        for (CodecFacts codec : codecs) {
            if (measure.judged()) {
                score(measure, payload, codec.id()).ifPresent(score -> {
                    scores.put(codec.id(), score);
                    amounts.put(codec.id(), amount(measure, score));
                });
            } else {
                double amount = amount(measure, payload, codec.id());
                if (!Double.isNaN(amount)) {
                    amounts.put(codec.id(), single(amount));
                }
            }
        }
        return new Table(
                amounts,
                scores,
                scores.isEmpty()
                        ? Ranking.NONE
                        : findings.ranking(scores.values().iterator().next().cell())
                                .among(List.copyOf(scores.values())));
    }

    private Optional<Score> score(Measure measure, String payload, String codec) {
        return cells(measure, payload, codec).filter(Score::measured).findFirst();
    }

    /** Planned cells of the measure: streams for what is taken while streaming, none for sizes. */
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

    /** Of both processes while they stream, or on the round trip where that is not known. */
    private double both(String payload, String codec, Metric parent, Metric worker) {
        return Stream.of(Measure.STREAM, Measure.ROUND_TRIP)
                .flatMap(measure -> score(measure, payload, codec).stream())
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
