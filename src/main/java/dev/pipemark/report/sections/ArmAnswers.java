package dev.pipemark.report.sections;

import dev.pipemark.compare.ArmComparison;
import dev.pipemark.compare.CellStatus;
import dev.pipemark.compare.ComparedCell;
import dev.pipemark.record.Arm;
import dev.pipemark.record.Kind;
import dev.pipemark.record.Run;
import dev.pipemark.report.doc.Names;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The results of arms in sentences, for the first screen and for a terminal. */
public final class ArmAnswers {
    /** The cells that a sentence names. The report shows all. */
    private static final int NAMED = 4;

    private static final int REASON_LENGTH = 100;

    private static final Comparator<ComparedCell> WORST_FIRST = Comparator.comparing(ComparedCell::status)
            .thenComparing(Comparator.comparingDouble((ComparedCell cell) ->
                            cell.ratio().known() ? cell.times().value() : 0)
                    .reversed());

    private ArmAnswers() {}

    /** Returns a sentence for each arm: the number of cells by verdict, and the worst of the differences that are certain. */
    public static List<String> sentences(Run run, ArmComparison comparison) {
        List<String> sentences = new ArrayList<>();
        for (Arm arm : run.info().plan().arms()) {
            List<ComparedCell> cells = comparison.cells().stream()
                    .filter(cell -> Arm.of(cell.cell().codec()).equals(arm.name()) && travels(cell))
                    .sorted(WORST_FIRST)
                    .toList();
            if (!cells.isEmpty()) {
                sentences.add("Arm " + arm.name() + " (" + arm.words() + "): " + counts(cells, comparison) + "."
                        + certain(cells));
            }
        }
        return sentences;
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

    private static String certain(List<ComparedCell> cells) {
        List<String> certain = cells.stream()
                .filter(cell -> cell.status().compareTo(CellStatus.INCONCLUSIVE) < 0)
                .map(ArmAnswers::words)
                .toList();
        return certain.isEmpty()
                ? ""
                : " Certain, worst first: "
                        + certain.stream().limit(NAMED).collect(Collectors.joining("; "))
                        + (certain.size() > NAMED ? "; and " + (certain.size() - NAMED) + " more." : ".");
    }

    /** Returns a cell without default parameters, and its difference or the reason of its failure. */
    private static String words(ComparedCell cell) {
        String name = Kind.plain(cell.cell()).name();
        return cell.ratio().known()
                ? name + " costs " + Names.times(cell.times())
                        + (cell.status() == CellStatus.REGRESSED ? " in the arm" : " without it")
                : name + ": " + Names.brief(cell.reason(), REASON_LENGTH);
    }
}
