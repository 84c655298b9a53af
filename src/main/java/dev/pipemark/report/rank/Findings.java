package dev.pipemark.report.rank;

import dev.pipemark.record.Cell;
import dev.pipemark.record.CodecFacts;
import dev.pipemark.record.Fork;
import dev.pipemark.record.Kind;
import dev.pipemark.record.PairCheck;
import dev.pipemark.record.PairSizes;
import dev.pipemark.record.PayloadFacts;
import dev.pipemark.record.Resolution;
import dev.pipemark.record.Run;
import dev.pipemark.record.Settling;
import dev.pipemark.report.doc.Page;
import dev.pipemark.stats.Stats;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A run with its arithmetic done once, for every file that is written of it. */
public final class Findings {
    private final Run run;
    private final List<Score> scores = new ArrayList<>();
    private final Map<String, CodecFacts> codecs = new LinkedHashMap<>();
    private final Map<String, String> families = new LinkedHashMap<>();
    private final Map<String, PairCheck> checks = new LinkedHashMap<>();
    private final Map<String, PairSizes> sizes = new LinkedHashMap<>();
    private final Map<String, Resolution> resolutions = new LinkedHashMap<>();
    private final Map<Cell, Ranking> rankings = new LinkedHashMap<>();
    private final Map<String, List<Score>> byPayload = new HashMap<>();
    private final List<String> payloads;

    public Findings(Run run) {
        this.run = run;
        Map<Cell, List<Fork>> forks = new HashMap<>();
        for (Fork fork : run.forks()) {
            forks.computeIfAbsent(fork.cell(), cell -> new ArrayList<>()).add(fork);
        }
        Map<Cell, Settling> settlings = Settling.of(run);
        run.outcomes()
                .forEach((cell, outcome) -> scores.add(Score.of(
                        cell,
                        outcome,
                        forks.getOrDefault(cell, List.of()),
                        settlings.getOrDefault(cell, Settling.NONE))));
        Map<Cell, List<Score>> tables = new LinkedHashMap<>();
        Map<Cell, List<Score>> again = new HashMap<>();
        for (Score score : scores) {
            Map<Cell, List<Score>> into = Kind.of(score.cell()) == Kind.COPY ? again : tables;
            into.computeIfAbsent(Kind.table(score.cell()), table -> new ArrayList<>())
                    .add(score);
            byPayload
                    .computeIfAbsent(score.cell().payload(), payload -> new ArrayList<>())
                    .add(score);
            resolutions.computeIfAbsent(score.cell().benchmark(), benchmark -> Resolution.of(run, benchmark));
        }
        tables.forEach((table, cells) ->
                rankings.put(table, Ranking.of(cells, again.getOrDefault(table, List.of()), delta(table.benchmark()))));
        Map<String, SortedSet<String>> versions = versions(run);
        for (CodecFacts codec : run.info().codecs()) {
            SortedSet<String> measured = versions.get(codec.id());
            codecs.put(codec.id(), measured == null ? codec : codec.version(String.join(" and ", measured)));
        }
        for (PayloadFacts payload : run.info().payloads()) {
            families.put(payload.id(), payload.family());
        }
        run.pairs().values().forEach(check -> checks.put(pair(check.codec(), check.payload()), check));
        // A resumed run may size a pair again: the later one counts.
        run.sizes().forEach(size -> sizes.put(pair(size.codec(), size.payload()), size));
        payloads = catalogued();
    }

    /** Versions of the codecs' libraries as the forks had them, on their Java and class path. */
    private static Map<String, SortedSet<String>> versions(Run run) {
        Map<String, SortedSet<String>> versions = new HashMap<>();
        for (Fork fork : run.forks()) {
            String library = fork.note().facts().getOrDefault("library", "");
            String version = library.substring(library.lastIndexOf(' ') + 1);
            if (!version.isEmpty()) {
                versions.computeIfAbsent(fork.cell().codec(), codec -> new TreeSet<>())
                        .add(version);
            }
        }
        return versions;
    }

    public Run run() {
        return run;
    }

    /** Every planned cell, in plan order. */
    public List<Score> scores() {
        return scores;
    }

    public List<Score> scores(Predicate<Cell> wanted) {
        return scores.stream().filter(score -> wanted.test(score.cell())).toList();
    }

    /** Those of one payload, in plan order: a large run has too many to look through all of them for each row. */
    public List<Score> scores(String payload, Predicate<Cell> wanted) {
        return byPayload.getOrDefault(payload, List.of()).stream()
                .filter(score -> wanted.test(score.cell()))
                .toList();
    }

    public List<Score> scores(Kind kind) {
        return scores(cell -> Kind.of(cell) == kind);
    }

    /** The first cell that is wanted. */
    @Nullable
    public Score score(Predicate<Cell> wanted) {
        return scores.stream()
                .filter(score -> wanted.test(score.cell()))
                .findFirst()
                .orElse(null);
    }

    /** Whether the run has rounds enough for intervals, and so for an order. */
    public boolean ordered() {
        return run.rounds() >= Stats.FORKS_FOR_INTERVAL;
    }

    /** The ranking of the table this cell stands in. */
    public Ranking ranking(Cell cell) {
        return rankings.getOrDefault(Kind.table(cell), Ranking.NONE);
    }

    /** Every ranking of a benchmark, in plan order. */
    List<Ranking> rankings(String benchmark) {
        return rankings.entrySet().stream()
                .filter(table -> table.getKey().benchmark().equals(benchmark))
                .map(Map.Entry::getValue)
                .toList();
    }

    /** Every ranking, in plan order. */
    List<Ranking> rankings() {
        return List.copyOf(rankings.values());
    }

    /** How this cell stands in its table. */
    public Ranking.Rank rank(@Nullable Score score) {
        return score == null ? Ranking.Rank.NONE : ranking(score.cell()).rank(score);
    }

    /** How this cell stands in its table, as a table shows it; blank where it stands alone. */
    public Page.Value timesBest(@Nullable Score score) {
        return score == null || ranking(score.cell()).measured().size() < 2
                ? Page.Value.BLANK
                : rank(score).value();
    }

    /** What A/A pairs say of each benchmark, in plan order. */
    Map<String, Resolution> resolutions() {
        return resolutions;
    }

    /** The margin of a tie for a benchmark, as a fraction. */
    public double delta(String benchmark) {
        Resolution resolution = resolutions.get(benchmark);
        return resolution == null ? Resolution.LEAST : resolution.delta();
    }

    /** The codec's facts; of one the plan does not describe, its id alone. */
    public CodecFacts codec(String id) {
        return codecs.getOrDefault(id, new CodecFacts(id, "", "", "", "", true));
    }

    /** Every codec the plan describes, in its order. */
    public List<CodecFacts> codecs() {
        return List.copyOf(codecs.values());
    }

    /** The payload's family in lower case; empty for one the plan does not describe. */
    public String family(String payload) {
        return families.getOrDefault(payload, "");
    }

    /** Payloads that have cells, sizes or checks, in the catalogue's order. */
    public List<String> payloads() {
        return payloads;
    }

    /** Families of those payloads, in the catalogue's order. */
    public List<String> families() {
        return payloads().stream().map(this::family).distinct().toList();
    }

    public List<PairCheck> checks() {
        return List.copyOf(checks.values());
    }

    public List<PairSizes> sizes() {
        return List.copyOf(sizes.values());
    }

    @Nullable
    public PairCheck check(String codec, String payload) {
        return checks.get(pair(codec, payload));
    }

    @Nullable
    public PairSizes size(String codec, String payload) {
        return sizes.get(pair(codec, payload));
    }

    private List<String> catalogued() {
        Set<String> seen = new LinkedHashSet<>();
        scores.forEach(score -> seen.add(score.cell().payload()));
        sizes.values().forEach(size -> seen.add(size.payload()));
        checks.values().forEach(check -> seen.add(check.payload()));
        seen.remove(Cell.NONE);
        Set<String> ordered = new LinkedHashSet<>(families.keySet());
        ordered.retainAll(seen);
        ordered.addAll(seen);
        return List.copyOf(ordered);
    }

    private static String pair(String codec, String payload) {
        return codec + " " + payload;
    }
}
