package dev.pipemark.capability.page;

import dev.pipemark.record.Matrix;
import dev.pipemark.record.ValueCheck;
import dev.pipemark.record.ValueFacts;
import dev.pipemark.record.ValueOutcome;
import dev.pipemark.report.doc.Grid;
import dev.pipemark.report.doc.Names;
import dev.pipemark.report.doc.Page;
import dev.pipemark.report.doc.Page.Block;
import dev.pipemark.report.doc.Page.Lines;
import dev.pipemark.report.doc.Page.Section;
import dev.pipemark.report.doc.Page.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The sections that show which values each codec carries. */
public final class MatrixSections {
    static final Set<ValueOutcome> EXHAUSTED = EnumSet.of(ValueOutcome.STACK_OVERFLOW, ValueOutcome.OUT_OF_MEMORY);
    static final Set<ValueOutcome> FATAL = EnumSet.of(ValueOutcome.HANG, ValueOutcome.DIED);
    static final Set<ValueOutcome> REFUSED = EnumSet.of(ValueOutcome.REFUSED_ON_ENCODE, ValueOutcome.REFUSED_ON_DECODE);

    private static final String TIED = "tied";
    /** A codec that carries less than this fraction of the values gets no column in a large matrix. */
    private static final int MANY = 100;

    private final Matrix matrix;
    private final List<Matrix.Row> rows;
    private final Map<String, ValueFacts> values = new LinkedHashMap<>();
    private final MatrixChecks checks;

    private MatrixSections(Matrix matrix) {
        this.matrix = matrix;
        this.rows = matrix.rows();
        matrix.values().forEach(value -> values.put(value.id(), value));
        this.checks = MatrixChecks.of(matrix);
    }

    /** Returns the breaks, the counts, and the matrix with one table for each group of values. */
    static List<Section> matrix(Matrix matrix) {
        MatrixSections of = new MatrixSections(matrix);
        List<Section> sections = new ArrayList<>();
        sections.add(new Section("carried", 2, "What each codec carries", of.overview()));
        of.groups()
                .forEach((group, members) -> sections.add(new Section(
                        "matrix-" + Page.slug(group), 3, Names.capital(group), List.of(of.group(group, members)))));
        return sections;
    }

    /** Returns the breaks and counts of some codecs, for use below another section. Empty if none of them was tried. */
    public static List<Section> below(Matrix matrix, Collection<String> codecs) {
        MatrixSections of = new MatrixSections(matrix.of(codecs));
        return of.rows.isEmpty()
                ? List.of()
                : List.of(new Section("carried", 3, "What each codec carries", of.overview()));
    }

    /** Returns the values by group, in the order of the file. */
    private Map<String, List<ValueFacts>> groups() {
        return matrix.values().stream()
                .collect(Collectors.groupingBy(ValueFacts::group, LinkedHashMap::new, Collectors.toList()));
    }

    private List<Block> overview() {
        Grid<Matrix.Row> grid = new Grid<>(rows).text("codec", this::name);
        groups().forEach((group, members) -> grid.number(group, row -> carried(row, members)));
        grid.number("lossy", row -> count(row, EnumSet.of(ValueOutcome.LOSSY)))
                .number("silently wrong", row -> count(row, EnumSet.of(ValueOutcome.WRONG)))
                .number("refused", row -> count(row, REFUSED))
                .number("stack or heap exhausted", row -> count(row, EXHAUSTED))
                .number("process ends or hangs", row -> count(row, FATAL));
        List<String> notes = new ArrayList<>();
        notes.add(
                "The columns of groups have the number of values that arrive with equal content, and the number of values that"
                        + " were tried. The last columns count the outcomes of the other values. +opens: the workers opened the"
                        + " JDK's packages to the codec by --add-opens.");
        notes.addAll(Names.legend(matrix.codecs()));
        List<Block> blocks = new ArrayList<>();
        if (!matrix.ended().equals(Matrix.COMPLETE)) {
            blocks.add(Lines.of("The probe is not complete (" + matrix.ended() + "). Blank cells were not tried."));
        }
        blocks.add(
                Lines.of(values.size() + " values, each encoded in one process, decoded and described in another, with"
                        + " Java " + matrix.environment().getOrDefault("jdk.version", "unknown") + " on "
                        + Names.day(matrix.started()) + ". Workers ran with "
                        + matrix.environment().getOrDefault(Matrix.WORKER_FLAGS, "unknown flags") + "."));
        blocks.addAll(MatrixBreaks.blocks(matrix));
        blocks.add(grid.table("carried-table", "Values that arrive with equal content, by group", notes));
        return blocks;
    }

    /** Counts only tried values. An interrupted probe knows nothing about the others. */
    private Value carried(Matrix.Row row, List<ValueFacts> members) {
        List<ValueCheck> tried = members.stream()
                .map(value -> checks.of(row, value.id()))
                .flatMap(Stream::ofNullable)
                .toList();
        long carried = tried.stream().filter(check -> check.outcome().carries()).count();
        return tried.isEmpty() ? Value.BLANK : Value.text(carried + "/" + tried.size());
    }

    private Value count(Matrix.Row row, Set<ValueOutcome> outcomes) {
        long count = checks.of(row).stream()
                .filter(check -> outcomes.contains(check.outcome()))
                .count();
        return Value.text(Long.toString(count));
    }

    private Block group(String group, List<ValueFacts> members) {
        Grid<ValueFacts> grid =
                new Grid<>(members).text("value", ValueFacts::id).text("what it is", ValueFacts::summary);
        for (Matrix.Row row : shown()) {
            grid.text(row.label(), value -> {
                ValueCheck check = checks.of(row, value.id());
                return check == null ? "" : check.outcome().mark() + (check.onlyElsewhere() ? "*" : "");
            });
        }
        List<String> notes = new ArrayList<>();
        notes.add(legend(members));
        if (group.startsWith(TIED)) {
            notes.add(
                    "✓: the receiver gets an object of its own, and it works there. A lock that arrives does not exclude"
                            + " threads of the sending process.");
        }
        if (shown().size() < rows.size()) {
            notes.add("Codecs that carry fewer than one value in a hundred have no column: "
                    + rows.stream()
                            .filter(row -> !shown().contains(row))
                            .map(Matrix.Row::label)
                            .collect(Collectors.joining(", "))
                    + ".");
        }
        return grid.table("matrix-" + Page.slug(group) + "-table", Names.capital(group), notes);
    }

    /** Returns the rows that carry at least one value of a hundred. In a small matrix, all rows. */
    private List<Matrix.Row> shown() {
        return rows.stream()
                .filter(row -> MANY * carriedBy(row) >= values.size() - MANY)
                .toList();
    }

    private long carriedBy(Matrix.Row row) {
        return checks.of(row).stream()
                .filter(check -> check.outcome().carries())
                .count();
    }

    /** Explains only the marks that occur. */
    private String legend(List<ValueFacts> members) {
        Set<ValueOutcome> occur = EnumSet.noneOf(ValueOutcome.class);
        boolean[] hidden = new boolean[1];
        for (ValueFacts value : members) {
            rows.stream()
                    .map(row -> checks.of(row, value.id()))
                    .flatMap(Stream::ofNullable)
                    .forEach(check -> {
                        occur.add(check.outcome());
                        hidden[0] |= check.onlyElsewhere();
                    });
        }
        return occur.stream()
                        .map(outcome -> outcome.mark() + " " + outcome.label())
                        .collect(Collectors.joining(", "))
                + (hidden[0] ? ", * a round trip inside one JVM hides it" : "")
                + ". The probe's capabilities.csv has every reason.";
    }

    private String name(Matrix.Row row) {
        return matrix.codecs().stream()
                .filter(codec -> codec.id().equals(row.codec()))
                .map(codec -> Names.codec(codec, row.opened() ? "+opens" : ""))
                .findFirst()
                .orElse(row.label());
    }
}
