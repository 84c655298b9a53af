package dev.pipemark.report;

import dev.pipemark.report.Page.Block;
import dev.pipemark.report.Page.Lines;
import dev.pipemark.report.Page.Section;
import dev.pipemark.result.Matrix;
import dev.pipemark.result.RunInfo;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Lays out a page: which sections there are, in which order. A section without data is left out. */
final class Sections {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private Sections() {}

    static Page page(Findings findings) {
        return page(findings, Optional.empty());
    }

    /**
     * @param matrix what values travel with the code and Java of the run, where that is known
     */
    static Page page(Findings findings, Optional<Matrix> matrix) {
        Controls controls = Controls.of(findings);
        List<Section> sections = new ArrayList<>();
        sections.add(answer(findings));
        sections.add(ran(findings, controls));
        sections.addAll(PayloadSections.of(findings));
        add(sections, "windows", "Window: how many messages in flight", SweepSection.windows(findings));
        add(sections, "size-sweep", "Size: from few elements to many", SweepSection.sizes(findings));
        add(sections, "stages", "Where the time of a round trip goes", SplitSection.blocks(findings));
        add(sections, "memory", "Pipe and memory: what the pipe adds", ComparisonSections.memory(findings));
        add(sections, "first-reply", "From spawning a worker to its first reply", CellSections.firstReply(findings));
        add(sections, "remedies", "Remedies: what it costs to make it travel", CellSections.remedies(findings));
        add(
                sections,
                "controls",
                "Quality and controls: how far to trust the rest",
                QualitySection.blocks(findings, controls));
        add(sections, "not-settled", "Not settled", CellSections.unsettled(findings));
        add(sections, "other", "Other cells", CellSections.other(findings));
        add(sections, "sizes", "Sizes of all pairs", PairSections.sizes(findings));
        add(sections, "capabilities", "What travels, and what does not", PairSections.capabilities(findings));
        matrix.ifPresent(known -> sections.addAll(MatrixSections.matrix(known)));
        add(sections, "provenance", "Provenance", ProvenanceSection.blocks(findings));
        add(sections, "reading", "How to read this", List.of(Reading.LINES));
        return new Page("Pipemark: " + findings.run().info().id(), sections);
    }

    /** A date as reports write it. */
    static String day(java.time.Instant instant) {
        return DAY.format(instant);
    }

    private static void add(List<Section> sections, String id, String title, List<? extends Block> blocks) {
        if (!blocks.isEmpty()) {
            sections.add(new Section(id, 2, title, List.copyOf(blocks)));
        }
    }

    private static Section answer(Findings findings) {
        List<String> leaders = Leaders.lines(findings);
        return new Section(
                "answer",
                2,
                "The answer",
                List.of(new Lines(leaders.isEmpty() ? List.of("No cell has been measured.") : leaders, false)));
    }

    private static Section ran(Findings findings, Controls controls) {
        RunInfo info = findings.run().info();
        Map<String, String> machine = info.environment();
        long measured = findings.scores().stream().filter(Score::measured).count();
        List<String> lines = new ArrayList<>();
        lines.add("Preset " + info.preset() + ", " + Names.rounds(info.rounds()) + ", " + measured + " of "
                + info.cells().size() + " cells measured, begun " + DAY.format(info.started()) + ", took "
                + Names.duration(findings.run().end().seconds()) + " (planned: "
                + Names.duration(info.estimateSeconds()) + ").");
        lines.add(machine.getOrDefault("cpu.model", "unknown CPU") + ", "
                + machine.getOrDefault("cpu.cores.logical", "unknown") + " logical cores, "
                + machine.getOrDefault("memory.total", "unknown memory") + ", "
                + machine.getOrDefault("os", "unknown system") + ", "
                + "virtualisation: " + machine.getOrDefault("virtualisation", "unknown") + ".");
        lines.add("JDK " + machine.getOrDefault("jdk.version", "unknown") + " ("
                + machine.getOrDefault("jdk.vendor", "unknown vendor") + ").");
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Lines(lines, false));
        List<String> quality = Quality.lines(findings, controls);
        if (!quality.isEmpty()) {
            blocks.add(new Lines(quality, false));
        }
        return new Section("run", 2, "This run", blocks);
    }
}
