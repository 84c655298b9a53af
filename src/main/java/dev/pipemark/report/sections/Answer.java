package dev.pipemark.report.sections;

import dev.pipemark.record.Cell;
import dev.pipemark.record.ForkNote;
import dev.pipemark.record.ForksJava;
import dev.pipemark.record.RunInfo;
import dev.pipemark.report.doc.Names;
import dev.pipemark.report.doc.Page.Block;
import dev.pipemark.report.doc.Page.Claim;
import dev.pipemark.report.doc.Page.Claims;
import dev.pipemark.report.doc.Page.Lines;
import dev.pipemark.report.doc.Page.Link;
import dev.pipemark.report.doc.Scale;
import dev.pipemark.report.rank.Controls;
import dev.pipemark.report.rank.Findings;
import dev.pipemark.report.rank.Leaders;
import dev.pipemark.report.rank.Score;
import dev.pipemark.report.rank.Trust;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The first screen: what the run says of each family, and how far to trust it. */
final class Answer {
    private Answer() {}

    static List<Block> blocks(Findings findings, Controls controls) {
        List<Claim> claims = new ArrayList<>();
        // Who doubts the numbers need not read what they say.
        claims.add(trust(findings, controls));
        resolves(controls).ifPresent(claims::add);
        for (String family : findings.families()) {
            if (asked(findings, family)) {
                Leaders.claim(findings, family).ifPresent(claims::add);
                Smallest.claim(findings, family).ifPresent(claims::add);
                Failures.claim(findings, family).ifPresent(claims::add);
            }
        }
        List<Block> blocks = new ArrayList<>();
        if (findings.scores().stream().noneMatch(Score::measured)) {
            blocks.add(Lines.of("No cell has been measured."));
        }
        blocks.add(new Claims(claims));
        blocks.add(Lines.of(run(findings)));
        blocks.add(new Claims(List.of(new Claim(
                "× is how many times the cost of the best; [a, b] is a 95 % interval; not told apart means that neither is"
                        + " known to be faster, tied that both are known to be alike",
                List.of(new Link("How to read this", Reading.ID))))));
        return blocks;
    }

    /** Whether anything but a control was to be measured of it: a family of controls is no choice. */
    private static boolean asked(Findings findings, String family) {
        return findings.scores().stream()
                .anyMatch(score -> findings.family(score.cell().payload()).equals(family)
                        && !score.cell().payload().equals(Cell.NONE)
                        && !score.cell().codec().equals(Cell.NONE)
                        && !findings.codec(score.cell().codec()).control());
    }

    private static Claim trust(Findings findings, Controls controls) {
        Trust trust = Trust.of(findings, controls);
        return new Claim(
                "quality of this run: " + trust.word() + " (" + trust.reason() + ")",
                List.of(new Link("quality", QualitySection.ID)));
    }

    private static Optional<Claim> resolves(Controls controls) {
        if (controls.pairs() == 0 || Double.isNaN(controls.resolves())) {
            return Optional.empty();
        }
        return Optional.of(new Claim(
                "this machine resolves " + Names.percent(controls.resolves()) + " (× "
                        + Scale.significant(1 + controls.resolves(), 2) + "): "
                        + (controls.pairs() == 1
                                ? "its one comparison finds"
                                : "half of its " + controls.pairs() + " comparisons find")
                        + " a difference of that size four times out of five",
                List.of(new Link("by benchmark", QualitySection.SCATTER))));
    }

    /** What was run, on what, in one line. */
    private static String run(Findings findings) {
        RunInfo info = findings.run().info();
        Map<String, String> machine = info.environment();
        long measured = findings.scores().stream().filter(Score::measured).count();
        return "Measured: " + measured + " of " + Names.count(info.cells().size(), "cell") + ", "
                + Names.rounds(info.rounds()) + ", preset " + info.preset() + ", "
                + threads(findings) + Names.day(info.started()) + ", on "
                + machine.getOrDefault("cpu.model", "an unknown CPU") + ", "
                + machine.getOrDefault("cpu.cores.logical", "unknown") + " logical cores, JDK "
                + ForksJava.version(findings.run()) + ".";
    }

    /** {@code 4 threads, }; nothing where each fork had one, as is usual. */
    private static String threads(Findings findings) {
        Set<String> noted = findings.run().noted(ForkNote.THREADS);
        return noted.isEmpty() || noted.equals(Set.of("1"))
                ? ""
                : String.join(" and ", noted) + " threads in each fork, ";
    }
}
