package dev.pipemark.capability.page;

import dev.pipemark.record.CodecFacts;
import dev.pipemark.record.ContractCheck;
import dev.pipemark.record.Matrix;
import dev.pipemark.record.RemedyFacts;
import dev.pipemark.record.ValueCheck;
import dev.pipemark.record.ValueFacts;
import dev.pipemark.record.ValueOutcome;
import dev.pipemark.report.doc.Grid;
import dev.pipemark.report.doc.Names;
import dev.pipemark.report.doc.Page;
import dev.pipemark.report.doc.Page.Block;
import dev.pipemark.report.doc.Page.Lines;
import dev.pipemark.report.doc.Page.Section;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The details behind the marks of a matrix: each value that does not arrive as sent, the observation, and a remedy. */
final class MatrixDetails {
    private static final String STANDARD = "java";
    private static final Pattern NOT_SERIALIZABLE = Pattern.compile("NotSerializableException: ([\\w.$]+)");

    private final Matrix matrix;
    private final MatrixChecks checks;

    private MatrixDetails(Matrix matrix) {
        this.matrix = matrix;
        this.checks = MatrixChecks.of(matrix);
    }

    /** Returns the sections of details, and of properties that do not depend on the value. */
    static List<Section> of(Matrix matrix) {
        MatrixDetails of = new MatrixDetails(matrix);
        List<Section> sections = new ArrayList<>(of.payloads());
        of.add(
                sections,
                "wrong",
                "Silently wrong: it arrives changed, without an error",
                check -> check.outcome() == ValueOutcome.WRONG);
        of.add(
                sections,
                "elsewhere",
                "Hidden by a round trip inside one JVM",
                check -> check.onlyElsewhere() && check.outcome() != ValueOutcome.WRONG);
        of.add(sections, "fatal", "Ends or hangs a process", check -> MatrixSections.FATAL.contains(check.outcome()));
        of.add(
                sections,
                "exhausted",
                "Exhausts the stack or the heap",
                check -> MatrixSections.EXHAUSTED.contains(check.outcome()));
        of.add(sections, "lossy", "Lossy: something is missing", check -> check.outcome() == ValueOutcome.LOSSY);
        List<Section> first = new ArrayList<>(of.refusals());
        if (!matrix.remedies().isEmpty()) {
            first.add(new Section("remedies", 2, "What to do about it", of.remedies()));
        }
        sections.addAll(0, first);
        if (!matrix.contracts().isEmpty()) {
            sections.add(
                    new Section("contracts", 2, "Properties that do not depend on the value", List.of(of.contracts())));
        }
        return sections;
    }

    /** Shows each payload with a row for each codec. Payloads are few, and a reader looks for one of them. */
    private List<Section> payloads() {
        List<ValueFacts> payloads = matrix.values().stream()
                .filter(value -> value.group().equals(ValueFacts.PAYLOADS))
                .toList();
        return payloads.stream()
                .map(payload -> new Section(
                        "payload-" + Page.slug(payload.id()),
                        2,
                        payload.id() + ", codec by codec",
                        List.of(
                                Lines.of(payload.summary() + "."),
                                new Grid<>(matrix.checks().stream()
                                                .filter(check -> check.value().equals(payload.id()))
                                                .toList())
                                        .text("codec", check -> new Matrix.Row(check.codec(), check.opened()).label())
                                        .text(
                                                "outcome",
                                                check -> check.outcome().label())
                                        .text("place and difference", check -> Names.brief(check.detail()))
                                        .table(
                                                "payload-" + Page.slug(payload.id()) + "-table",
                                                "Outcome of " + payload.id() + " with each codec",
                                                List.of()))))
                .toList();
    }

    /** Lists the refused classes, for readers who have the exception and look for its class. */
    private List<Section> refusals() {
        // JDK classes come first. Readers may know them, but not the classes of this suite.
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
                "Classes that a NotSerializableException names",
                List.of(new Grid<>(refused.entrySet())
                        .text("java.io.NotSerializableException:", Map.Entry::getKey)
                        .text("seen with the values", entry -> String.join(", ", entry.getValue()))
                        .text("all of them are carried by", entry -> carriers(entry.getValue()))
                        .table(
                                "not-serializable-table",
                                "Classes that Java serialization refuses, and the codecs that carry them",
                                List.of()))));
    }

    private String carriers(List<String> refused) {
        String carriers = matrix.rows().stream()
                .filter(row -> refused.stream().allMatch(value -> {
                    ValueCheck check = checks.of(row, value);
                    return check != null && check.outcome().carries();
                }))
                .map(Matrix.Row::label)
                .collect(Collectors.joining(", "));
        return carriers.isEmpty() ? "none: see the remedies" : carriers;
    }

    private List<Block> remedies() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(Lines.of(
                "Each remedy is a runnable example of dev.pipemark.remedies. docs/remedies.md shows each with the"
                        + " mistake."));
        for (RemedyFacts remedy : matrix.remedies()) {
            if (remedy.steps().isEmpty()) {
                blocks.add(Lines.of(remedy.title() + ": " + remedy.problem() + "."));
            } else {
                blocks.add(new Grid<>(remedy.steps())
                        .text("step", RemedyFacts.Step::did)
                        .text("result", RemedyFacts.Step::saw)
                        .table(
                                "remedy-" + Page.slug(remedy.id()),
                                remedy.title(),
                                List.of("Symptom: " + remedy.problem() + ".")));
            }
        }
        return blocks;
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
                            .map(MatrixDetails::answer)
                            .findFirst()
                            .orElse(""));
        }
        return grid.table(
                "contracts-table",
                "Properties of a codec that do not depend on the value",
                List.of(
                        "Most answers are results of tests. The suite did not test the answers that are marked (declared):"
                                + " the library's documentation states them. not declared: not tested, and no statement of"
                                + " the documentation is known.",
                        "contracts.csv has the result of each test, and links to the documentation."));
    }

    /** Returns an answer with a mark if the documentation states it. */
    private static String answer(ContractCheck check) {
        return check.answer() + (check.probed() || check.detail().isEmpty() ? "" : " (declared)");
    }
}
