package dev.pipemark.report;

import dev.pipemark.report.Page.Block;
import dev.pipemark.report.Page.Lines;
import dev.pipemark.report.Page.Section;
import dev.pipemark.report.Page.Value;
import dev.pipemark.result.CodecFacts;
import dev.pipemark.result.ContractCheck;
import dev.pipemark.result.Matrix;
import dev.pipemark.result.RemedyFacts;
import dev.pipemark.result.ValueCheck;
import dev.pipemark.result.ValueFacts;
import dev.pipemark.result.ValueOutcome;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What each codec carries, value by value. */
final class MatrixSections {
    private static final Set<ValueOutcome> EXHAUSTED =
            EnumSet.of(ValueOutcome.STACK_OVERFLOW, ValueOutcome.OUT_OF_MEMORY);
    private static final Set<ValueOutcome> FATAL = EnumSet.of(ValueOutcome.HANG, ValueOutcome.DIED);
    private static final Set<ValueOutcome> REFUSED =
            EnumSet.of(ValueOutcome.REFUSED_ON_ENCODE, ValueOutcome.REFUSED_ON_DECODE);

    private static final String TIED = "tied";
    private static final String STANDARD = "java";
    private static final Pattern NOT_SERIALIZABLE = Pattern.compile("NotSerializableException: ([\\w.$]+)");
    /** A codec that carries less than one of so many is no column of a large matrix. */
    private static final int MANY = 100;

    private final Matrix matrix;
    private final List<Matrix.Row> rows;
    private final Map<String, ValueFacts> values = new LinkedHashMap<>();
    private final Map<Matrix.Row, Map<String, ValueCheck>> checks = new HashMap<>();

    private MatrixSections(Matrix matrix) {
        this.matrix = matrix;
        this.rows = matrix.rows();
        matrix.values().forEach(value -> values.put(value.id(), value));
        matrix.checks()
                .forEach(check -> checks.computeIfAbsent(
                                new Matrix.Row(check.codec(), check.opened()), row -> new HashMap<>())
                        .put(check.value(), check));
    }

    /** The counts and the matrix itself, one table for each group of values. */
    static List<Section> matrix(Matrix matrix) {
        MatrixSections of = new MatrixSections(matrix);
        List<Section> sections = new ArrayList<>();
        sections.add(new Section("carried", 2, "What each codec carries", of.overview()));
        of.groups()
                .forEach((group, members) -> sections.add(new Section(
                        "matrix-" + Page.slug(group), 3, capital(group), List.of(of.group(group, members)))));
        return sections;
    }

    /** The same below another section: the counts first, then the groups. */
    static List<Section> below(Matrix matrix) {
        return matrix(matrix).stream()
                .map(section -> new Section(section.id(), 3, section.title(), section.blocks()))
                .toList();
    }

    /** What is behind the marks, and what holds whatever the value. */
    static List<Section> details(Matrix matrix) {
        MatrixSections of = new MatrixSections(matrix);
        List<Section> sections = new ArrayList<>();
        of.add(
                sections,
                "wrong",
                "Silently wrong: it arrives without complaint, and is not what was sent",
                check -> check.outcome() == ValueOutcome.WRONG);
        of.add(
                sections,
                "elsewhere",
                "Hidden by a round trip inside one JVM",
                check -> check.onlyElsewhere() && check.outcome() != ValueOutcome.WRONG);
        of.add(sections, "fatal", "Ends or hangs a process", check -> FATAL.contains(check.outcome()));
        of.add(sections, "exhausted", "Exhausts the stack or the heap", check -> EXHAUSTED.contains(check.outcome()));
        of.add(sections, "lossy", "Lossy: something is missing", check -> check.outcome() == ValueOutcome.LOSSY);
        List<Section> first = new ArrayList<>(of.refusals());
        if (!matrix.remedies().isEmpty()) {
            first.add(new Section("remedies", 2, "What to do about it", of.remedies()));
        }
        sections.addAll(0, first);
        if (!matrix.contracts().isEmpty()) {
            sections.add(new Section("contracts", 2, "Whatever the value", List.of(of.contracts())));
        }
        return sections;
    }

    /** Values in a file's order, by group. */
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
        notes.add("Of each group, how many arrive with the content they were sent with; then how the others fare."
                + " +opens: in workers that open the JDK's packages to the codec by --add-opens.");
        notes.addAll(Names.legend(matrix.codecs()));
        return List.of(
                Lines.of(values.size() + " values, each encoded in one process, decoded and described in another, with"
                        + " Java " + matrix.environment().getOrDefault("jdk.version", "unknown") + " on "
                        + Sections.day(matrix.started()) + ". Workers ran with "
                        + matrix.environment().getOrDefault(Matrix.WORKER_FLAGS, "unknown flags") + "."),
                grid.table("carried-table", "Values that arrive with equal content, by group", notes));
    }

    private Value carried(Matrix.Row row, List<ValueFacts> members) {
        long carried = members.stream()
                .filter(value -> {
                    ValueCheck check = check(row, value.id());
                    return check != null && check.outcome().carries();
                })
                .count();
        return new Value(carried + "/" + members.size(), "", (double) carried / members.size());
    }

    private Value count(Matrix.Row row, Set<ValueOutcome> outcomes) {
        long count = checks.getOrDefault(row, Map.of()).values().stream()
                .filter(check -> outcomes.contains(check.outcome()))
                .count();
        return Value.number(Long.toString(count), count);
    }

    private Block group(String group, List<ValueFacts> members) {
        Grid<ValueFacts> grid =
                new Grid<>(members).text("value", ValueFacts::id).text("what it is", ValueFacts::summary);
        for (Matrix.Row row : shown()) {
            grid.text(row.label(), value -> {
                ValueCheck check = check(row, value.id());
                return check == null ? "" : check.outcome().mark() + (check.onlyElsewhere() ? "*" : "");
            });
        }
        List<String> notes = new ArrayList<>();
        notes.add(legend(members));
        if (group.startsWith(TIED)) {
            notes.add(
                    "What is tied to the process and arrives is another one, made in the receiver: ✓ says that it works"
                            + " there as the sender's does here. A lock that arrives excludes nobody in the process it came from.");
        }
        if (shown().size() < rows.size()) {
            notes.add("Codecs that carry next to none of these values are left out: "
                    + rows.stream()
                            .filter(row -> !shown().contains(row))
                            .map(Matrix.Row::label)
                            .collect(Collectors.joining(", "))
                    + ".");
        }
        return grid.table("matrix-" + Page.slug(group) + "-table", capital(group), notes);
    }

    /** Rows that carry one value of a hundred at least; in a small matrix all. */
    private List<Matrix.Row> shown() {
        return rows.stream()
                .filter(row -> MANY * carriedBy(row) >= values.size() - MANY)
                .toList();
    }

    private long carriedBy(Matrix.Row row) {
        return checks.getOrDefault(row, Map.of()).values().stream()
                .filter(check -> check.outcome().carries())
                .count();
    }

    /** The way in for whoever holds the exception: by the class that it names. */
    private List<Section> refusals() {
        // Readers' own classes are none of ours: the JDK's come first.
        Map<String, List<String>> refused =
                new TreeMap<>(Comparator.comparing((String type) -> !type.startsWith("java"))
                        .thenComparing(Comparator.naturalOrder()));
        for (ValueCheck check : matrix.checks()) {
            Matcher named = NOT_SERIALIZABLE.matcher(check.detail());
            if (check.codec().equals(STANDARD) && !check.opened() && named.find()) {
                refused.computeIfAbsent(named.group(1), type -> new ArrayList<>())
                        .add(check.value());
            }
        }
        if (refused.isEmpty()) {
            return List.of();
        }
        return List.of(new Section(
                "not-serializable",
                2,
                "NotSerializableException: by the class it names",
                List.of(new Grid<>(refused.entrySet())
                        .text("java.io.NotSerializableException:", Map.Entry::getKey)
                        .text("seen with the values", entry -> String.join(", ", entry.getValue()))
                        .text("all of them are carried by", entry -> carriers(entry.getValue()))
                        .table(
                                "not-serializable-table",
                                "Classes that Java serialization refuses, and who carries them",
                                List.of()))));
    }

    private String carriers(List<String> refused) {
        String carriers = rows.stream()
                .filter(row -> refused.stream().allMatch(value -> {
                    ValueCheck check = check(row, value);
                    return check != null && check.outcome().carries();
                }))
                .map(Matrix.Row::label)
                .collect(Collectors.joining(", "));
        return carriers.isEmpty() ? "none: see the remedies" : carriers;
    }

    private List<Block> remedies() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(
                Lines.of("Each remedy is a runnable example of dev.pipemark.remedies; docs/remedies.md quotes them with"
                        + " the mistake beside the right way."));
        for (RemedyFacts remedy : matrix.remedies()) {
            if (remedy.steps().isEmpty()) {
                blocks.add(Lines.of(remedy.title() + ": " + remedy.problem() + "."));
            } else {
                blocks.add(new Grid<>(remedy.steps())
                        .text("done", RemedyFacts.Step::did)
                        .text("seen", RemedyFacts.Step::saw)
                        .table(
                                "remedy-" + Page.slug(remedy.id()),
                                remedy.title(),
                                List.of("What one sees: " + remedy.problem() + ".")));
            }
        }
        return blocks;
    }

    /** The marks that occur, and no others. */
    private String legend(List<ValueFacts> members) {
        Set<ValueOutcome> occur = EnumSet.noneOf(ValueOutcome.class);
        boolean[] hidden = new boolean[1];
        for (ValueFacts value : members) {
            rows.stream()
                    .map(row -> check(row, value.id()))
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
                + ". capabilities.csv has every reason.";
    }

    private void add(List<Section> sections, String id, String title, Predicate<ValueCheck> which) {
        List<ValueCheck> chosen = matrix.checks().stream().filter(which).toList();
        if (!chosen.isEmpty()) {
            sections.add(new Section(
                    id,
                    2,
                    title,
                    List.of(new Grid<>(chosen)
                            .text("codec", check -> new Matrix.Row(check.codec(), check.opened()).label())
                            .text("value", ValueCheck::value)
                            .text("outcome", check -> check.outcome().label())
                            .text("what differs, or the reason", check -> Names.brief(check.detail()))
                            .table(id + "-table", title, List.of()))));
        }
    }

    private Block contracts() {
        List<String> asked = matrix.contracts().stream()
                .map(ContractCheck::contract)
                .distinct()
                .toList();
        Grid<CodecFacts> grid = new Grid<>(matrix.codecs()).text("codec", codec -> Names.codec(codec, ""));
        for (String contract : asked) {
            grid.text(
                    contract,
                    codec -> matrix.contracts().stream()
                            .filter(check -> check.codec().equals(codec.id())
                                    && check.contract().equals(contract))
                            .map(check -> check.answer() + (check.probed() ? "" : " (declared)"))
                            .findFirst()
                            .orElse(""));
        }
        return grid.table(
                "contracts-table",
                "What holds for a codec whatever the value",
                List.of(
                        "Tried here, but for what is declared by the library's own documentation; contracts.csv has what"
                                + " was seen, and the sources."));
    }

    private String name(Matrix.Row row) {
        return matrix.codecs().stream()
                .filter(codec -> codec.id().equals(row.codec()))
                .map(codec -> Names.codec(codec, row.opened() ? "+opens" : ""))
                .findFirst()
                .orElse(row.label());
    }

    private @Nullable ValueCheck check(Matrix.Row row, String value) {
        return checks.getOrDefault(row, Map.of()).get(value);
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + text.substring(1);
    }
}
