package dev.pipemark.report.rank;

import dev.pipemark.record.Cell;
import dev.pipemark.record.CodecFacts;
import dev.pipemark.record.Fork;
import dev.pipemark.record.Kind;
import dev.pipemark.record.PairCheck;
import dev.pipemark.record.PairSizes;
import dev.pipemark.record.Resolution;
import dev.pipemark.record.Run;
import dev.pipemark.record.Settling;
import dev.pipemark.report.doc.Page;
import dev.pipemark.stats.Judgement;
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
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A run with its statistics, which are calculated once for all files of its report. */
public final class Findings {
    private final Run run;
    private final List<Score> scores = new ArrayList<>();
    private final Map<String, CodecFacts> codecs = new LinkedHashMap<>();
    private final Map<String, String> families = new LinkedHashMap<>();
    private final Map<String, PairCheck> checks = new LinkedHashMap<>();
    private final Map<String, PairSizes> sizes = new LinkedHashMap<>();
    private final Map<String, Resolution> resolutions = new LinkedHashMap<>();
    private final Map<Cell, Ranking> rankings = new LinkedHashMap<>();
    private final Map<String, List<Score>> byPayload;
    private final List<String> payloads;

    public Findings(Run run) {
        this.run = run;
        Map<Cell, List<Fork>> forks = run.forks().stream().collect(Collectors.groupingBy(Fork::cell));
        Map<Cell, Settling> settlings = Settling.of(run);
        run.outcomes()
                .forEach((cell, outcome) -> scores.add(Score.of(
                        cell,
                        outcome,
                        forks.getOrDefault(cell, List.of()),
                        settlings.getOrDefault(cell, Settling.NONE))));
        byPayload = scores.stream()
                .collect(Collectors.groupingBy(score -> score.cell().payload()));
        Map<Cell, List<Score>> tables = new LinkedHashMap<>();
        Map<Cell, List<Score>> again = new HashMap<>();
        for (Score score : scores) {
            Map<Cell, List<Score>> into = Kind.of(score.cell()) == Kind.COPY ? again : tables;
            into.computeIfAbsent(Kind.table(score.cell()), table -> new ArrayList<>())
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
        run.info().payloads().forEach(payload -> families.put(payload.id(), payload.family()));
        run.pairs().values().forEach(check -> checks.put(pair(check.codec(), check.payload()), check));
        // A resumed run may size a pair again. The later size counts.
        run.sizes().forEach(size -> sizes.put(pair(size.codec(), size.payload()), size));
        payloads = catalogued();
    }

    /** Returns the versions of libraries that the forks loaded, by codec. */
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

    /** Returns every planned cell, in plan order. */
    public List<Score> scores() {
        return scores;
    }

    public List<Score> scores(Predicate<Cell> wanted) {
        return scores.stream().filter(score -> wanted.test(score.cell())).toList();
    }

    /** Returns cells of one payload, in plan order. In a large run this is much faster than a search through all cells. */
    public List<Score> scores(String payload, Predicate<Cell> wanted) {
        return byPayload.getOrDefault(payload, List.of()).stream()
                .filter(score -> wanted.test(score.cell()))
                .toList();
    }

    public List<Score> scores(Kind kind) {
        return scores(cell -> Kind.of(cell) == kind);
    }

    /** Returns whether the run has enough rounds for intervals, and therefore for an order. */
    public boolean ordered() {
        return run.rounds() >= Stats.FORKS_FOR_INTERVAL;
    }

    /** Returns the ranking of the cell's table. */
    public Ranking ranking(Cell cell) {
        return rankings.getOrDefault(Kind.table(cell), Ranking.NONE);
    }

    /** Returns every ranking of a benchmark, in plan order. */
    List<Ranking> rankings(String benchmark) {
        return rankings.entrySet().stream()
                .filter(table -> table.getKey().benchmark().equals(benchmark))
                .map(Map.Entry::getValue)
                .toList();
    }

    /** Returns every ranking, in plan order. */
    List<Ranking> rankings() {
        return List.copyOf(rankings.values());
    }

    /** Returns the rank of a cell in its table. */
    public Ranking.Rank rank(@Nullable Score score) {
        return score == null ? Ranking.Rank.NONE : ranking(score.cell()).rank(score);
    }

    /**
     * Returns the cost of a cell over that of another cell of the same table, as the table judges it. With too few forks for a
     * verdict it is the plain ratio. It is unknown if a cell is missing or not measured.
     */
    public Judgement over(@Nullable Score one, @Nullable Score other) {
        return one == null || other == null || !one.measured() || !other.measured()
                ? Judgement.NONE
                : one.orRatio(ranking(one.cell()).judge(one, other), other);
    }

    /**
     * Returns how the cost of a cell compares with that of a cell of another table, as a table shows it. The pair is judged by
     * itself. Blank if a cell is missing or not measured.
     *
     * @param name of the first cell, for the words
     */
    public Page.Value apart(@Nullable Score one, @Nullable Score other, String name) {
        return one == null || other == null
                ? Page.Value.BLANK
                : Apart.value(one.over(other, delta(one.cell().benchmark())), name);
    }

    /** Returns the rank of a cell as a table shows it; blank if its table has no other cell. */
    public Page.Value timesBest(@Nullable Score score) {
        return score == null || ranking(score.cell()).measured().size() < 2
                ? Page.Value.BLANK
                : rank(score).value();
    }

    /** Returns the resolution of each benchmark by its A/A pairs, in plan order. */
    Map<String, Resolution> resolutions() {
        return resolutions;
    }

    /** Returns the margin of a tie for a benchmark, as a fraction. */
    public double delta(String benchmark) {
        Resolution resolution = resolutions.get(benchmark);
        return resolution == null ? Resolution.LEAST : resolution.delta();
    }

    /** Returns the facts of a codec. A codec that the plan does not describe has only its id. */
    public CodecFacts codec(String id) {
        return codecs.getOrDefault(id, new CodecFacts(id, "", "", "", "", true));
    }

    /** Returns every codec that the plan describes, in its order. */
    public List<CodecFacts> codecs() {
        return List.copyOf(codecs.values());
    }

    /** Returns the family of a payload in lower case; empty if the plan does not describe the payload. */
    public String family(String payload) {
        return families.getOrDefault(payload, "");
    }

    /** Returns the payloads with cells, sizes or checks, in the catalogue's order. */
    public List<String> payloads() {
        return payloads;
    }

    /** Returns the families of those payloads, in the catalogue's order. */
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
