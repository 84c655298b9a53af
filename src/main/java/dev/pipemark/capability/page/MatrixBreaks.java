package dev.pipemark.capability.page;

import static dev.pipemark.record.ValueOutcome.LOSSY;
import static dev.pipemark.record.ValueOutcome.REFUSED_ON_DECODE;
import static dev.pipemark.record.ValueOutcome.REFUSED_ON_ENCODE;
import static dev.pipemark.record.ValueOutcome.WRONG;

import dev.pipemark.record.CodecFacts;
import dev.pipemark.record.Matrix;
import dev.pipemark.record.ValueCheck;
import dev.pipemark.record.ValueFacts;
import dev.pipemark.record.ValueOutcome;
import dev.pipemark.report.doc.Grid;
import dev.pipemark.report.doc.Names;
import dev.pipemark.report.doc.Page;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** One row for each codec, with the values that break. The groups of the matrix have the same facts value by value. */
final class MatrixBreaks {
    /** The number of values that a cell names. The page has the others in its matrix. */
    private static final int NAMED = 6;

    private static final Set<ValueOutcome> REFUSED = EnumSet.of(REFUSED_ON_ENCODE, REFUSED_ON_DECODE);

    private static final Set<ValueOutcome> ENDED = EnumSet.copyOf(MatrixSections.FATAL);

    static {
        ENDED.addAll(MatrixSections.EXHAUSTED);
    }

    private final Matrix matrix;
    private final MatrixChecks checks;
    private final Map<String, String> groups = new LinkedHashMap<>();

    private MatrixBreaks(Matrix matrix) {
        this.matrix = matrix;
        checks = MatrixChecks.of(matrix);
        matrix.values().forEach(value -> groups.put(value.id(), value.group()));
    }

    /** Returns one row for each codec that is not a control, without its row with opened packages. */
    static Page.Table table(Matrix matrix) {
        MatrixBreaks of = new MatrixBreaks(matrix);
        return new Grid<>(matrix.codecs().stream()
                        .filter(codec -> !codec.control())
                        .toList())
                .text("codec", codec -> Names.codec(codec, ""))
                .text("arrives changed, without an error", codec -> of.names(codec, EnumSet.of(WRONG)))
                .text("arrives with a part missing", codec -> of.names(codec, EnumSet.of(LOSSY)))
                .text("ends or hangs a worker, or exhausts its stack or heap", codec -> of.names(codec, ENDED))
                .text("is refused", of::refusals)
                .table(
                        "breaks-table",
                        "What breaks with each codec",
                        List.of(
                                "is refused: the number of refused values of each group, and the number of its values."));
    }

    private String names(CodecFacts codec, Set<ValueOutcome> outcomes) {
        List<String> names = checks(codec).stream()
                .filter(check -> outcomes.contains(check.outcome()))
                .map(ValueCheck::value)
                .toList();
        int more = names.size() - NAMED;
        return more <= 1
                ? String.join(", ", names)
                : String.join(", ", names.subList(0, NAMED)) + " and " + more + " others";
    }

    private String refusals(CodecFacts codec) {
        Map<String, List<ValueCheck>> byGroup = checks(codec).stream()
                .collect(Collectors.groupingBy(this::group, LinkedHashMap::new, Collectors.toList()));
        return byGroup.entrySet().stream()
                .filter(group -> refused(group.getValue()) > 0)
                .map(group -> group.getKey() + " " + refused(group.getValue()) + "/"
                        + group.getValue().size())
                .collect(Collectors.joining(", "));
    }

    private List<ValueCheck> checks(CodecFacts codec) {
        return List.copyOf(checks.of(new Matrix.Row(codec.id(), false)));
    }

    private String group(ValueCheck check) {
        return groups.getOrDefault(check.value(), ValueFacts.PAYLOADS);
    }

    private static long refused(List<ValueCheck> checks) {
        return checks.stream()
                .filter(check -> REFUSED.contains(check.outcome()))
                .count();
    }
}
