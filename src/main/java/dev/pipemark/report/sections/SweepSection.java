package dev.pipemark.report.sections;

import dev.pipemark.record.Benchmark;
import dev.pipemark.record.Cell;
import dev.pipemark.record.Kind;
import dev.pipemark.record.Parameter;
import dev.pipemark.report.chart.Drawings;
import dev.pipemark.report.doc.Grid;
import dev.pipemark.report.doc.Names;
import dev.pipemark.report.doc.Page;
import dev.pipemark.report.doc.Page.Block;
import dev.pipemark.report.doc.Page.Claim;
import dev.pipemark.report.doc.Page.Claims;
import dev.pipemark.report.doc.Page.Section;
import dev.pipemark.report.rank.Apart;
import dev.pipemark.report.rank.Findings;
import dev.pipemark.report.rank.Rows;
import dev.pipemark.report.rank.Score;
import dev.pipemark.report.rank.SweepRow;
import dev.pipemark.report.rank.Transfer.Contender;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Rates along one thing that grows: the number of elements in a payload, the window, or the workers of a pool. */
final class SweepSection {
    private static final Pattern SIZED = Pattern.compile("(.+)-(\\d{1,9})");
    private static final String NOTE = "A verdict is against the best of all that were measured at that point";
    private static final int SIZES = 3;
    private static final int CHARTS = 3;

    /**
     * Rows that are drawn and tabled together.
     *
     * @param id of the table; the figure's ends with {@code -chart}
     * @param along what grows, as the axis calls it
     * @param point how a column begins that holds one point
     */
    private record Sweep(String id, String title, String along, String point, List<Long> points, List<SweepRow> rows) {}

    private SweepSection() {}

    static List<Section> sections(Findings findings) {
        List<Section> below = new ArrayList<>();
        List<String> along = new ArrayList<>();
        add(below, along, "Size", "size-sweep", "from few elements to many", sizes(findings));
        add(below, along, "Window", "windows", "how many messages in flight", windows(findings));
        add(below, along, "Workers", "workers", "how many processes share the tasks", workers(findings));
        if (below.isEmpty()) {
            return List.of();
        }
        List<Section> sections = new ArrayList<>();
        sections.add(new Section("scaling", 2, "Scaling by " + Names.list(along).toLowerCase(Locale.ROOT), List.of()));
        sections.addAll(below);
        return sections;
    }

    /** For every group of payloads that differ by a number at the end of their names. */
    static List<Block> sizes(Findings findings) {
        List<Claim> claims = new ArrayList<>();
        List<Block> blocks = new ArrayList<>();
        int charts = 0;
        for (Map.Entry<String, List<SweepRow>> group : sized(findings).entrySet()) {
            Sweep sweep = new Sweep(
                    "size-sweep-" + Page.slug(group.getKey()),
                    "Streamed rate of " + group.getKey() + " by size",
                    "size of " + group.getKey(),
                    group.getKey() + "-",
                    points(group.getValue()),
                    group.getValue());
            if (sweep.points.size() < SIZES) {
                continue;
            }
            claims.addAll(Crossovers.claims(findings, group.getKey(), sweep.id, sweep.rows));
            blocks.addAll(chart(findings, sweep, charts++));
            blocks.add(grid(findings, sweep)
                    .text("remark", SweepSection::remark)
                    .table(sweep.id, sweep.title, notes(findings, sweep)));
            blocks.addAll(Crossovers.table(findings, group.getKey(), sweep.rows));
        }
        if (!claims.isEmpty()) {
            blocks.add(0, new Claims(claims));
        }
        return blocks;
    }

    /** Streams of payloads that differ by a number at the end of their names, by what stands before it. */
    static Map<String, List<SweepRow>> sized(Findings findings) {
        Map<String, List<Score>> sweeps = new LinkedHashMap<>();
        for (Score score : findings.scores(Kind::leadStream)) {
            Matcher name = SIZED.matcher(score.cell().payload());
            if (name.matches()) {
                sweeps.computeIfAbsent(name.group(1), prefix -> new ArrayList<>())
                        .add(score);
            }
        }
        Map<String, List<SweepRow>> rows = new LinkedHashMap<>();
        sweeps.forEach((prefix, scores) -> rows.put(prefix, rows(scores, SweepSection::elements)));
        return rows;
    }

    /** For every payload that was streamed with more than one window. */
    static List<Block> windows(Findings findings) {
        return gains(
                findings,
                cell -> Kind.of(cell) == Kind.STREAM,
                cell -> number(Kind.window(cell)),
                (payload, rows) -> new Sweep(
                        windowTable(payload),
                        "Streamed rate of " + payload + " by window",
                        "messages in flight",
                        "window ",
                        points(rows),
                        rows));
    }

    /** For every payload that went through pools of several widths. */
    static List<Block> workers(Findings findings) {
        return gains(
                findings,
                cell -> Kind.of(cell) == Kind.POOL && Benchmark.POOL.measures(cell),
                cell -> number(Parameter.WORKERS.of(cell)),
                (payload, rows) -> new Sweep(
                        "workers-" + Page.slug(payload),
                        "Tasks per second of " + payload + " by workers",
                        "workers",
                        "workers ",
                        points(rows),
                        rows));
    }

    private interface Named {
        Sweep of(String payload, List<SweepRow> rows);
    }

    /** Sweeps whose ends are held against each other: is more of it the bigger win? */
    private static List<Block> gains(
            Findings findings, Predicate<Cell> wanted, ToLongFunction<Cell> point, Named named) {
        List<Claim> claims = new ArrayList<>();
        List<Block> blocks = new ArrayList<>();
        int charts = 0;
        for (String payload : findings.payloads()) {
            List<SweepRow> rows = rows(findings.scores(payload, wanted), point);
            rows.removeIf(row -> row.points().size() < 2);
            Sweep sweep = named.of(payload, rows);
            if (sweep.points.size() < 2) {
                continue;
            }
            blocks.addAll(chart(findings, sweep, charts++));
            long first = sweep.points.get(0);
            long last = sweep.points.get(sweep.points.size() - 1);
            Grid<SweepRow> grid = grid(findings, sweep)
                    .times(
                            last + " beside " + first,
                            row -> gain(findings, row, first, last).times())
                    .text(
                            "verdict on " + last,
                            row -> gain(findings, row, first, last).words());
            blocks.add(grid.text("remark", SweepSection::remark).table(sweep.id, sweep.title, notes(findings, sweep)));
            Gains.claim(findings, payload, sweep.id, sweep.point, rows, first, last)
                    .ifPresent(claims::add);
        }
        if (!claims.isEmpty()) {
            blocks.add(0, new Claims(claims));
        }
        return blocks;
    }

    /** The row of a streamed cell in the table of windows. */
    static String windowRow(Cell cell) {
        Contender contender = Contender.of(cell);
        return Rows.id(windowTable(cell.payload()), contender.codec(), contender.extras());
    }

    private static String windowTable(String payload) {
        return "windows-" + Page.slug(payload);
    }

    /** The last point beside the first, of one codec. */
    private static Apart gain(Findings findings, SweepRow row, long first, long last) {
        return Apart.of(row.judge(findings, first, last), String.valueOf(last));
    }

    private static List<Block> chart(Findings findings, Sweep sweep, int before) {
        return before >= CHARTS
                ? List.of()
                : List.copyOf(Drawings.sweep(
                        sweep.id + "-chart", sweep.title, sweep.along, findings, sweep.points, sweep.rows, sweep.id));
    }

    /** Says who it is that the rows are compared with, where that is no row of the table. */
    private static List<String> notes(Findings findings, Sweep sweep) {
        List<String> absent = new ArrayList<>();
        for (long point : sweep.points) {
            sweep.rows.stream()
                    .map(row -> row.at(point))
                    .filter(Objects::nonNull)
                    .findFirst()
                    .map(score -> findings.ranking(score.cell()).best())
                    .filter(best -> sweep.rows.stream().noneMatch(row -> best.equals(row.at(point))))
                    .ifPresent(best -> absent.add("at " + point + " "
                            + Names.codec(findings.codec(best.cell().codec()), "")));
        }
        return List.of(
                absent.isEmpty() ? NOTE + "." : NOTE + "; among them, without a row here: " + Names.list(absent) + ".");
    }

    private static Grid<SweepRow> grid(Findings findings, Sweep sweep) {
        Grid<SweepRow> grid = new Grid<>(sweep.rows)
                .id(row -> row.id(sweep.id))
                .facets(row -> Rows.facets(
                        findings,
                        row.contender().codec(),
                        row.points().values().iterator().next().cell().payload()))
                .text(
                        "codec",
                        row -> Names.codec(
                                findings.codec(row.contender().codec()),
                                row.contender().extras()))
                .text("badge", row -> findings.codec(row.contender().codec()).badge());
        for (long point : sweep.points) {
            grid.rate(sweep.point + point, (SweepRow row) -> Score.rateOf(row.at(point)))
                    .text(
                            "verdict at " + point,
                            row -> findings.rank(row.at(point)).marked());
        }
        return grid;
    }

    private static List<SweepRow> rows(List<Score> scores, ToLongFunction<Cell> point) {
        Map<Contender, SweepRow> rows = new LinkedHashMap<>();
        for (Score score : scores) {
            rows.computeIfAbsent(contender(score.cell()), contender -> new SweepRow(contender, new TreeMap<>()))
                    .points()
                    .put(point.applyAsLong(score.cell()), score);
        }
        List<SweepRow> sorted = new ArrayList<>(rows.values());
        sorted.sort(Comparator.comparingDouble(SweepRow::order));
        return sorted;
    }

    /** The number of workers is no contender: it is what grows. */
    private static Contender contender(Cell cell) {
        return Contender.of(Kind.of(cell) == Kind.POOL ? cell.without(Parameter.WORKERS) : cell);
    }

    private static List<Long> points(List<SweepRow> rows) {
        return rows.stream()
                .flatMap(row -> row.points().keySet().stream())
                .distinct()
                .sorted()
                .toList();
    }

    private static String remark(SweepRow row) {
        List<String> remarks = row.points().values().stream()
                .map(Score::remark)
                .filter(remark -> !remark.isEmpty())
                .distinct()
                .toList();
        return Names.brief(String.join("; ", remarks));
    }

    private static long elements(Cell cell) {
        Matcher name = SIZED.matcher(cell.payload());
        return name.matches() ? Long.parseLong(name.group(2)) : 0;
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private static void add(
            List<Section> sections, List<String> along, String what, String id, String from, List<Block> blocks) {
        if (!blocks.isEmpty()) {
            along.add(what);
            sections.add(new Section(id, 3, what + ": " + from, blocks));
        }
    }
}
