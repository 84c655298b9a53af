package dev.pipemark.report.sections;

import dev.pipemark.capability.page.MatrixSections;
import dev.pipemark.record.CodecFacts;
import dev.pipemark.record.Matrix;
import dev.pipemark.record.PythonReference;
import dev.pipemark.report.doc.Page;
import dev.pipemark.report.doc.Page.Block;
import dev.pipemark.report.doc.Page.Section;
import dev.pipemark.report.rank.Controls;
import dev.pipemark.report.rank.Findings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Composes a page from its sections, in order. A section without data is left out. */
public final class Sections {
    private Sections() {}

    /**
     * @param matrix the values that travel with the code and Java of the run, if known
     * @param python the measurements of Python on the same payloads, if there are any
     */
    public static Page page(Findings findings, Optional<Matrix> matrix, Optional<PythonReference> python) {
        List<Section> sections = new ArrayList<>();
        add(sections, ArmSection.ID, "Arms", ArmSection.blocks(findings));
        add(sections, "numbers", "Every number", NumbersSection.blocks(findings));
        List<Section> values =
                matrix.map(known -> MatrixSections.below(known, ids(findings))).orElse(List.of());
        List<Block> pairs = TravelSection.blocks(findings);
        if (!values.isEmpty() || !pairs.isEmpty()) {
            sections.add(new Section("travels", 2, "What travels", pairs));
            sections.addAll(values);
        }
        add(sections, "size", "Speed against size", TradeOffSection.blocks(findings));
        add(sections, "features", "What one feature costs", FeatureSection.blocks(findings));
        add(sections, "stages", "Where the time goes", SplitSection.blocks(findings));
        add(sections, "latency", "Latency", LatencySection.blocks(findings));
        add(sections, "scaling", "Scaling", SweepSection.blocks(findings));
        add(sections, "pool", "Pool", PoolSection.blocks(findings, python));
        add(sections, "remedies", "Remedies", RemediesSection.blocks(findings));
        add(sections, "trust", "How far to trust this run", QualitySection.blocks(findings, Controls.of(findings)));
        add(sections, "again", "Run it again", ProvenanceSection.blocks(findings));
        return new Page("Pipemark: " + findings.run().info().id(), sections);
    }

    private static List<String> ids(Findings findings) {
        return findings.codecs().stream().map(CodecFacts::id).toList();
    }

    private static void add(List<Section> sections, String id, String title, List<Block> blocks) {
        if (!blocks.isEmpty()) {
            sections.add(new Section(id, 2, title, blocks));
        }
    }
}
