package dev.pipemark.report.sections;

import dev.pipemark.capability.page.MatrixSections;
import dev.pipemark.record.Matrix;
import dev.pipemark.record.PythonReference;
import dev.pipemark.report.doc.Anchors;
import dev.pipemark.report.doc.Grid;
import dev.pipemark.report.doc.Page;
import dev.pipemark.report.doc.Page.Block;
import dev.pipemark.report.doc.Page.Section;
import dev.pipemark.report.doc.Stills;
import dev.pipemark.report.rank.Controls;
import dev.pipemark.report.rank.Findings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lays out a page: which sections there are, in which order. A section without data is left out. */
public final class Sections {
    private Sections() {}

    public static Page page(Findings findings) {
        return page(findings, Optional.empty());
    }

    public static Page page(Findings findings, Optional<Matrix> matrix) {
        return page(findings, matrix, Optional.empty());
    }

    /**
     * @param matrix what values travel with the code and Java of the run, where that is known
     * @param python what Python does with the same payloads, where that was measured
     */
    public static Page page(Findings findings, Optional<Matrix> matrix, Optional<PythonReference> python) {
        return new Page(
                "Pipemark: " + findings.run().info().id(),
                Anchors.wanted(Stills.limited(
                        all(findings, matrix, python), findings.scores().size())));
    }

    /** The same with the names of all rows, and every chart still that can be. */
    static List<Section> all(Findings findings, Optional<Matrix> matrix, Optional<PythonReference> python) {
        Controls controls = Controls.of(findings);
        List<Section> sections = new ArrayList<>();
        add(
                sections,
                ArmSection.ID,
                "Arms: the same codec in another library, Java or flags",
                ArmSection.blocks(findings));
        sections.addAll(PayloadSections.transfer(findings));
        add(sections, "stages", "Where the time goes: codec or pipe", SplitSection.blocks(findings));
        add(sections, "trade-off", "Speed against size", TradeOff.blocks(findings));
        add(sections, "coding", "Encode and decode, without a pipe", CodingSection.blocks(findings));
        sections.addAll(SweepSection.sections(findings));
        add(sections, "latency", "Latency: how long the tail is", LatencySection.blocks(findings));
        add(
                sections,
                "first-reply",
                "Cold start: from spawning a worker to its first reply",
                CellSections.firstReply(findings));
        add(sections, "pool", "Pool: tasks shared by workers", PoolSection.blocks(findings, python));
        sections.addAll(capabilities(findings, matrix));
        add(sections, "remedies", "Remedies: what makes it travel, and what that costs", remedies(findings, matrix));
        NotMeasured.lines(sections, matrix.isPresent(), python.isPresent())
                .ifPresent(lines -> add(sections, "not-measured", "Not measured in this run", List.of(lines)));
        add(
                sections,
                QualitySection.ID,
                "Quality of this run: how far to trust it",
                QualitySection.blocks(findings, controls));
        add(sections, "provenance", "Provenance, and how to get it again", ProvenanceSection.blocks(findings));
        add(sections, "all-data", "All data", AllData.blocks(findings));
        add(sections, Reading.ID, "How to read this", List.of(Reading.LINES));
        return sections;
    }

    /** What this run's pairs did, and below it what every probed value does. */
    private static List<Section> capabilities(Findings findings, Optional<Matrix> matrix) {
        List<Section> values = matrix.map(MatrixSections::below).orElse(List.of());
        List<Block> pairs = PairSections.capabilities(findings);
        if (values.isEmpty() && pairs.isEmpty()) {
            return List.of();
        }
        List<Section> sections = new ArrayList<>();
        sections.add(new Section("capabilities", 2, "What travels, and what does not", pairs));
        sections.addAll(values);
        return sections;
    }

    private static List<Block> remedies(Findings findings, Optional<Matrix> matrix) {
        List<Block> blocks = new ArrayList<>(CellSections.remedies(findings));
        matrix.map(Matrix::remedies)
                .filter(remedies -> !remedies.isEmpty())
                .ifPresent(remedies -> blocks.add(new Grid<>(remedies)
                        .text("remedy", remedy -> remedy.title())
                        .text("when one sees", remedy -> remedy.problem())
                        .table(
                                "known-remedies",
                                "Remedies that run, by what one sees without them",
                                List.of("docs/remedies.md quotes each with the mistake beside the right way."))));
        return blocks;
    }

    private static void add(List<Section> sections, String id, String title, List<? extends Block> blocks) {
        if (!blocks.isEmpty()) {
            sections.add(new Section(id, 2, title, List.copyOf(blocks)));
        }
    }
}
