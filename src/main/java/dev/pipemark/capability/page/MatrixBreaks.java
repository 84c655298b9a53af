package dev.pipemark.capability.page;

import dev.pipemark.record.CodecFacts;
import dev.pipemark.record.Matrix;
import dev.pipemark.record.ValueCheck;
import dev.pipemark.record.ValueFacts;
import dev.pipemark.record.ValueOutcome;
import dev.pipemark.report.doc.Grid;
import dev.pipemark.report.doc.Names;
import dev.pipemark.report.doc.Page.Block;
import dev.pipemark.report.doc.Page.Lines;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The complete list of the values that break with each codec. */
final class MatrixBreaks {
    /** The pages of {@code docs/findings}. The ids of a library's codecs are the name of its page, or begin with it. */
    static final List<String> FINDINGS = List.of(
            "activej",
            "avaje-jsonb",
            "avro",
            "dsl-json",
            "eclipse",
            "fastjson2",
            "flatbuffers",
            "fory",
            "hessian",
            "hessian-lite",
            "jackson",
            "json-io",
            "protostuff",
            "yasson");

    private static final List<String> LEGEND = List.of(
            "silently wrong: the value arrives changed, and no error says so.",
            "lossy: a part is missing or arrives as zero, false or an empty text; or a scale, an order or a shared object"
                    + " is lost.",
            "fatal: the value ends or hangs a worker, or exhausts its stack or heap.",
            "refused: encoding or decoding throws an exception. These values are listed by group.",
            "findings: a page about the library. It has the smallest programs that show some of these values.",
            "A value that was tried and is not listed arrives with equal content. The probe's report.md has every"
                    + " codec and value, and its capabilities.csv has every reason.");

    /** The values that break with a codec in the same way. */
    private record Row(CodecFacts codec, String how, String values) {}

    private final MatrixChecks checks;
    private final Map<String, String> groups = new LinkedHashMap<>();

    private MatrixBreaks(Matrix matrix) {
        checks = MatrixChecks.of(matrix);
        matrix.values().forEach(value -> groups.put(value.id(), value.group()));
    }

    /** Returns a legend and the rows of all codecs except controls. The rows are of workers that open no packages. */
    static List<Block> blocks(Matrix matrix) {
        MatrixBreaks of = new MatrixBreaks(matrix);
        List<Row> rows = matrix.codecs().stream()
                .filter(codec -> !codec.control())
                .flatMap(of::rows)
                .toList();
        return rows.isEmpty()
                ? List.of()
                : List.of(
                        new Lines(LEGEND, false),
                        new Grid<>(rows)
                                .text("codec", row -> Names.codec(row.codec, ""))
                                .text("what happens", Row::how)
                                .text("values", Row::values)
                                .table("breaks-table", "What breaks with each codec", List.of()));
    }

    private Stream<Row> rows(CodecFacts codec) {
        Collection<ValueCheck> tried = checks.of(new Matrix.Row(codec.id(), false));
        return Stream.of(
                        new Row(codec, "silently wrong", names(tried, outcome -> outcome == ValueOutcome.WRONG)),
                        new Row(codec, "lossy", names(tried, outcome -> outcome == ValueOutcome.LOSSY)),
                        new Row(codec, "fatal", names(tried, outcome -> !outcome.arrives() && !refused(outcome))),
                        new Row(codec, "refused", refusals(tried)),
                        new Row(codec, "findings", findings(codec.id())))
                .filter(row -> !row.values.isEmpty());
    }

    private static boolean refused(ValueOutcome outcome) {
        return MatrixSections.REFUSED.contains(outcome);
    }

    private static String names(Collection<ValueCheck> checks, Predicate<ValueOutcome> wanted) {
        return checks.stream()
                .filter(check -> wanted.test(check.outcome()))
                .map(ValueCheck::value)
                .collect(Collectors.joining(", "));
    }

    /** Returns the refused values by group. */
    private String refusals(Collection<ValueCheck> tried) {
        Map<String, List<ValueCheck>> byGroup = new LinkedHashMap<>();
        tried.forEach(check -> byGroup.computeIfAbsent(
                        groups.getOrDefault(check.value(), ValueFacts.PAYLOADS), group -> new ArrayList<>())
                .add(check));
        boolean all = tried.stream().allMatch(check -> refused(check.outcome()));
        return all && byGroup.size() > 1
                ? "all " + tried.size()
                : byGroup.entrySet().stream()
                        .filter(group -> group.getValue().stream().anyMatch(check -> refused(check.outcome())))
                        .map(group -> group.getKey() + ": " + ofGroup(group.getValue()))
                        .collect(Collectors.joining("; "));
    }

    /** Names the refused values of a group, or the others if those are fewer. */
    private static String ofGroup(List<ValueCheck> group) {
        String others = names(group, outcome -> !refused(outcome));
        long refused = group.stream().filter(check -> refused(check.outcome())).count();
        return 2 * refused <= group.size()
                ? names(group, MatrixBreaks::refused)
                : "all " + group.size() + (others.isEmpty() ? "" : " except " + others);
    }

    private static String findings(String codec) {
        String id = codec.replaceFirst("[+@].*", "");
        return FINDINGS.stream()
                .filter(page -> id.equals(page) || id.startsWith(page + "-"))
                .max(Comparator.comparingInt(String::length))
                .map(page -> "docs/findings/" + page + ".md")
                .orElse("");
    }
}
