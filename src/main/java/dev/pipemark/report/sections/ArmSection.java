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
import dev.pipemark.stats.Estimate;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Each codec in another library, Java, flags or worker, beside itself. */
final class ArmSection {
    static final String ID = "arms";

    private ArmSection() {}

    /** Nothing where the run has no arms. */
    static List<Block> blocks(Findings findings) {
        ArmComparison comparison = ArmComparison.of(findings.run());
        if (comparison.cells().isEmpty()) {
            return List.of();
        }
        List<String> sentences = ArmAnswers.sentences(findings.run(), comparison);
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Lines(sentences, false));
        blocks.add(new Grid<>(comparison.cells())
                .text("arm", cell -> Arm.of(cell.cell().codec()))
                .text("codec", cell -> Arm.base(cell.cell().codec()))
                .text("benchmark", cell -> cell.cell().benchmark())
                .text("payload", cell -> cell.cell().payload())
                .text("parameters", cell -> Kind.parameters(Kind.plain(cell.cell())))
                .time("without the arm", (ComparedCell cell) -> cell.base().cost())
                .time("in the arm", (ComparedCell cell) -> cell.candidate().cost())
                .times("×", ComparedCell::times)
                .text("dearer", cell -> dearer(cell.ratio()))
                .text("verdict", comparison::label)
                .text("margin of a tie", cell -> cell.ratio().known() ? Names.percent(cell.delta()) : "")
                .text("remark", cell -> Names.brief(cell.reason()))
                .table("arms-table", "Codecs in an arm, and without it", List.of(legend(comparison))));
        blocks.add(new Grid<>(findings.run().info().plan().arms())
                .text("arm", Arm::name)
                .text(
                        "libraries",
                        arm -> String.join(
                                ", ",
                                arm.libraries().entrySet().stream()
                                        .map(library -> library.getKey() + " " + library.getValue())
                                        .toList()))
                .text(
                        "jars, before all others",
                        arm -> String.join(
                                ", ",
                                arm.jars().stream()
                                        .map(jar -> String.valueOf(Path.of(jar).getFileName()))
                                        .toList()))
                .text("Java", Arm::java)
                .text("flags", arm -> String.join(" ", arm.flags()))
                .text("worker", arm -> worker(arm, findings.run()))
                .table("arms-made", "What each arm is", List.of("All else is as without the arm.")));
        return blocks;
    }

    /** The worker of an arm, and what its greetings said of it. */
    private static String worker(Arm arm, Run run) {
        if (arm.worker() == null) {
            return "";
        }
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

    private static String dearer(Estimate ratio) {
        return !ratio.known() || ratio.value() == 1 ? "" : ratio.value() > 1 ? "in the arm" : "without it";
    }

    private static String legend(ArmComparison comparison) {
        return "× is how many times as much the dearer of the two costs per operation. Both were measured in the same"
                + " sittings. Intervals of " + Names.count(comparison.intervals(), "cell")
                + " hold together with 95 %, and the verdict rests on them: wholly within the margin is "
                + CellStatus.EQUIVALENT.label() + ", else wholly above 1 " + CellStatus.REGRESSED.label()
                + " where the arm is the dearer one and " + CellStatus.IMPROVED.label()
                + " where it is the cheaper one, the rest " + CellStatus.INCONCLUSIVE.label() + "."
                + (comparison.workers().isEmpty()
                        ? ""
                        : " With a worker in another language, the arm is called dearer or cheaper, since no version"
                                + " has changed.");
    }
}
