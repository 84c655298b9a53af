package dev.pipemark.report.sections;

import dev.pipemark.compare.ArmComparison;
import dev.pipemark.compare.CellStatus;
import dev.pipemark.compare.ComparedCell;
import dev.pipemark.record.Arm;
import dev.pipemark.record.Kind;
import dev.pipemark.record.Reason;
import dev.pipemark.record.Run;
import dev.pipemark.report.doc.Names;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The results of arms: a sentence for the first screen, and lines for a terminal. */
public final class ArmAnswers {
    private static final int COLUMNS = 80;

    /** The cells of an arm that a terminal shows. The report shows all. */
    private static final int MOST = 20;

    private static final Comparator<ComparedCell> WORST_FIRST = Comparator.comparing(ComparedCell::status)
            .thenComparing(Comparator.comparingDouble((ComparedCell cell) ->
                            cell.ratio().known() ? cell.times().value() : 0)
                    .reversed());

    private ArmAnswers() {}

    /** Returns a sentence for each arm: the number of cells by verdict, and the largest difference that is certain. */
    static List<String> sentences(Run run, ArmComparison comparison) {
        List<String> sentences = new ArrayList<>();
        for (Arm arm : run.info().plan().arms()) {
            List<ComparedCell> cells = of(arm, comparison);
            if (!cells.isEmpty()) {
                sentences.add("Arm " + arm.name() + " (" + arm.words() + "): " + counts(cells, comparison) + "."
                        + largest(cells));
            }
        }
        return sentences;
    }

    /** Returns a line about each arm, followed by its cells, worst first. No line exceeds 80 columns. */
    public static List<String> lines(Run run) {
        ArmComparison comparison = ArmComparison.of(run);
        int label = comparison.cells().stream()
                .mapToInt(cell -> comparison.label(cell).length())
                .max()
                .orElse(0);
        int ratio = comparison.cells().stream()
                .mapToInt(cell -> times(cell).length())
                .max()
                .orElse(0);
        List<String> lines = new ArrayList<>();
        for (Arm arm : run.info().plan().arms()) {
            List<ComparedCell> cells = of(arm, comparison);
            if (cells.isEmpty()) {
                continue;
            }
            lines.add(Reason.shown("Arm " + arm.name() + ": " + arm.words(), COLUMNS));
            for (ComparedCell cell : cells.subList(0, Math.min(MOST, cells.size()))) {
                String start = "  " + pad(comparison.label(cell), label) + "  " + pad(times(cell), ratio)
                        + (ratio == 0 ? "" : "  ");
                lines.add(start + Reason.shown(name(cell), COLUMNS - start.length()));
                if (!cell.ratio().hasInterval() && !cell.reason().isEmpty()) {
                    lines.add("    " + Reason.shown(cell.reason(), COLUMNS - 4));
                }
            }
            if (cells.size() > MOST) {
                lines.add("  and " + (cells.size() - MOST) + " more in the report");
            }
        }
        if (ratio > 0) {
            lines.add("  ×: higher cost over lower cost; regressed or dearer: the arm costs more");
        }
        return lines;
    }

    private static List<ComparedCell> of(Arm arm, ArmComparison comparison) {
        return comparison.cells().stream()
                .filter(cell -> Arm.of(cell.cell().codec()).equals(arm.name()) && travels(cell))
                .sorted(WORST_FIRST)
                .toList();
    }

    /** Returns whether the codec carries the payload in the arm or without it. Other cells have nothing to compare. */
    static boolean travels(ComparedCell cell) {
        return !cell.base().outcome().equals("unsupported")
                || !cell.candidate().outcome().equals("unsupported");
    }

    /** The cells of one arm, in the order of their statuses. */
    private static String counts(List<ComparedCell> cells, ArmComparison comparison) {
        Map<String, Long> counts = cells.stream()
                .collect(Collectors.groupingBy(comparison::label, LinkedHashMap::new, Collectors.counting()));
        List<String> words = new ArrayList<>();
        counts.forEach((label, count) -> words.add(count + " " + label));
        return String.join(", ", words) + " of " + Names.count(cells.size(), "cell");
    }

    private static String largest(List<ComparedCell> cells) {
        return cells.stream()
                .filter(cell -> cell.status() == CellStatus.REGRESSED || cell.status() == CellStatus.IMPROVED)
                .max(Comparator.comparingDouble(cell -> cell.times().value()))
                .map(cell -> " Largest certain difference: " + name(cell) + " costs " + Names.times(cell.times())
                        + (cell.status() == CellStatus.REGRESSED ? " in the arm." : " without it."))
                .orElse("");
    }

    /** Returns a cell without default parameters: {@code encode kryo@old media-content}. */
    private static String name(ComparedCell cell) {
        return Kind.plain(cell.cell()).name();
    }

    private static String times(ComparedCell cell) {
        return cell.ratio().known() ? Names.times(cell.times()) : "";
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }
}
