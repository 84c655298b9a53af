package dev.pipemark.report.sections;

import dev.pipemark.compare.ArmComparison;
import dev.pipemark.compare.CellStatus;
import dev.pipemark.compare.ComparedCell;
import dev.pipemark.record.Arm;
import dev.pipemark.record.ForkNote;
import dev.pipemark.record.Kind;
import dev.pipemark.record.Run;
import dev.pipemark.report.doc.Grid;
import dev.pipemark.report.doc.Names;
import dev.pipemark.report.doc.Page.Block;
import dev.pipemark.report.doc.Page.Lines;
import dev.pipemark.report.rank.Findings;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Codecs in an arm (another library, Java or set of flags) beside the same codecs without it. */
final class ArmSection {
    static final String ID = "arms";

    private ArmSection() {}

    /** Returns nothing if the run has no arms. */
    static List<Block> blocks(Findings findings) {
        ArmComparison comparison = ArmComparison.of(findings.run());
        List<ComparedCell> cells =
                comparison.cells().stream().filter(ArmAnswers::travels).toList();
        if (cells.isEmpty()) {
            return List.of();
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Grid<>(cells)
                .text("arm", cell -> Arm.of(cell.cell().codec()))
                .text("codec", cell -> Arm.base(cell.cell().codec()))
                .text("benchmark", cell -> cell.cell().benchmark())
                .text("payload", cell -> cell.cell().payload())
                .text("parameters", cell -> Kind.parameters(Kind.plain(cell.cell())))
                .times(
                        "without the arm",
                        cell -> cell.base().cost(),
                        "in the arm",
                        cell -> cell.candidate().cost())
                .times("×", ComparedCell::times)
                .text("dearer", cell -> cell.dearer("without it", "in the arm"))
                .text("verdict", comparison::label)
                .text("margin of a tie", cell -> cell.ratio().known() ? Names.percent(cell.delta()) : "")
                .text("remark", cell -> Names.brief(cell.reason()))
                .table("arms-table", "Codecs in an arm, and without it", List.of(legend(comparison))));
        List<String> workers = findings.run().info().plan().arms().stream()
                .filter(arm -> arm.worker() != null)
                .map(arm -> arm.name() + ": " + worker(arm, findings.run()))
                .toList();
        if (!workers.isEmpty()) {
            blocks.add(new Lines(workers, false));
        }
        return blocks;
    }

    /** Returns the name of an arm's worker, with the language and the library that its greetings name. */
    private static String worker(Arm arm, Run run) {
        String told = run.forks().stream()
                .filter(fork -> Arm.of(fork.cell().codec()).equals(arm.name()))
                .map(fork -> fork.note().facts().getOrDefault(ForkNote.WORKER, ""))
                .filter(fact -> fact.contains(", "))
                .map(fact -> fact.substring(fact.indexOf(", ") + 2))
                .distinct()
                .sorted()
                .collect(Collectors.joining("; "));
        return arm.workerName() + (told.isEmpty() ? "" : ": " + told);
    }

    private static String legend(ArmComparison comparison) {
        return "× is the higher cost per operation divided by the lower one. Both belong to one table. The"
                + " intervals of " + Names.count(comparison.intervals(), "cell")
                + " hold together with 95 % confidence. They decide the verdict. Within the margin of a tie: "
                + CellStatus.EQUIVALENT.label() + ". Otherwise, if the interval is above 1: "
                + CellStatus.REGRESSED.label() + " if the arm costs more, " + CellStatus.IMPROVED.label()
                + " if it costs less. In all other cases: " + CellStatus.INCONCLUSIVE.label() + "."
                + (comparison.workers().isEmpty()
                        ? ""
                        : " With a worker in another language, the arm is called dearer or cheaper, since no version"
                                + " has changed.");
    }
}
