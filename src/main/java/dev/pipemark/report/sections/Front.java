package dev.pipemark.report.sections;

import dev.pipemark.compare.ArmComparison;
import dev.pipemark.record.ForkNote;
import dev.pipemark.record.ForksJava;
import dev.pipemark.record.Run;
import dev.pipemark.record.RunInfo;
import dev.pipemark.report.doc.FirstScreen;
import dev.pipemark.report.doc.Grid;
import dev.pipemark.report.doc.Names;
import dev.pipemark.report.doc.Page;
import dev.pipemark.report.doc.Page.Block;
import dev.pipemark.report.doc.Page.Lines;
import dev.pipemark.report.doc.Page.Section;
import dev.pipemark.report.rank.Controls;
import dev.pipemark.report.rank.Findings;
import dev.pipemark.report.rank.Measure;
import dev.pipemark.report.rank.Standing;
import dev.pipemark.report.rank.Standings;
import dev.pipemark.stats.Stats;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Composes the first screen of a run: question, facts, sentence, cards and board. */
public final class Front {
    private static final String QUESTION = "Which serializer for your worker processes?";

    private Front() {}

    public static FirstScreen of(Findings findings, Standings standings) {
        Measure measure = Stream.of(Measure.values())
                .filter(each -> !standings.payloads(each).isEmpty())
                .findFirst()
                .orElse(Measure.STREAM);
        Page.Table board = Board.table(standings, measure);
        String sentence = Answers.sentence(standings, List.of());
        List<String> arms = ArmAnswers.sentences(findings.run(), ArmComparison.of(findings.run()));
        List<Block> blocks = new ArrayList<>();
        if (!arms.isEmpty()) {
            blocks.add(new Lines(arms, false));
        }
        blocks.add(Lines.of(sentence));
        if (!standings.cards().isEmpty()) {
            blocks.add(new Lines(Answers.families(standings), false));
            blocks.add(new Page.Picture(CardsDrawing.title(standings), "charts/" + CardsDrawing.FILE));
        }
        lead(findings, standings).ifPresent(blocks::add);
        if (!board.rows().isEmpty()) {
            blocks.add(board);
        }
        needs(standings).forEach(needs -> blocks.addAll(needs.blocks()));
        return new FirstScreen(
                QUESTION,
                facts(findings, standings),
                caveat(findings),
                arms,
                sentence,
                CardsDrawing.of(standings),
                board,
                measure.note(),
                FrontData.of(standings),
                blocks);
    }

    /** Returns the drawing of the cards by the name of its file; empty if there are no cards. */
    public static Map<String, String> drawing(Standings standings) {
        String drawing = CardsDrawing.file(standings);
        return drawing.isEmpty() ? Map.of() : Map.of(CardsDrawing.FILE, drawing);
    }

    /** Returns the section with the cost of each need; none if there are no cards. */
    public static List<Section> needs(Standings standings) {
        return standings.cards().isEmpty()
                ? List.of()
                : List.of(new Section("need-costs", 2, "What each need costs", List.of(NeedsTable.of(standings))));
    }

    private static List<String> facts(Findings findings, Standings standings) {
        RunInfo info = findings.run().info();
        Map<String, String> machine = info.environment();
        long timed = Stream.of(Measure.values())
                .filter(Measure::judged)
                .flatMap(measure -> standings.payloads(measure).stream())
                .distinct()
                .count();
        return List.of(
                Names.count(standings.codecs().size(), "codec") + ", " + Names.count(timed, "payload") + " timed, "
                        + rounds(findings.run()) + threads(findings),
                machine.getOrDefault("cpu.model", "unknown CPU") + ", "
                        + machine.getOrDefault("cpu.cores.logical", "unknown") + " cores, "
                        + machine.getOrDefault("os", "unknown system").replaceAll(" \\(.*\\)$", ""),
                "JDK " + ForksJava.version(findings.run()).replaceAll("\\+.*$", ""),
                Names.day(info.started()).replaceAll(",.*$", ""));
    }

    /** Returns {@code 3 rounds}, or {@code 3 to 7 rounds} if some tables have more rounds than others. */
    private static String rounds(Run run) {
        int planned = run.info().rounds();
        return (planned < run.rounds() ? planned + " to " : "") + Names.count(run.rounds(), "round");
    }

    /** Returns the number of threads; empty if each fork had one, as is usual. */
    private static String threads(Findings findings) {
        Set<String> noted = findings.run().noted(ForkNote.THREADS);
        return noted.isEmpty() || noted.equals(Set.of("1"))
                ? ""
                : ", " + String.join(" and ", noted) + " threads in each fork";
    }

    private static String caveat(Findings findings) {
        if (findings.run().rounds() < Stats.FORKS_FOR_INTERVAL) {
            return "too few rounds for an order";
        }
        double resolves = Controls.of(findings).resolves();
        return Double.isNaN(resolves)
                ? ""
                : "this run resolves differences of " + Names.percent(resolves) + " and more";
    }

    /** Returns the numbers of the payload that most codecs were measured on. */
    private static Optional<Block> lead(Findings findings, Standings standings) {
        return standings.cards().stream()
                .flatMap(card -> standings.standing(card.measure(), card.payload(), List.of()).stream())
                .min(Comparator.comparingInt(standing -> -standing.entries().size()))
                .map(standing -> numbers(findings, standings, standing));
    }

    private static Block numbers(Findings findings, Standings standings, Standing standing) {
        Measure measure = standing.measure();
        Optional<Standing> sizes = standings.standing(Measure.BYTES, standing.payload(), List.of());
        Grid<Standing.Entry> grid =
                new Grid<>(standing.entries()).text("codec", entry -> Names.codec(findings.codec(entry.codec()), ""));
        if (measure.unit() == Measure.Unit.RATE) {
            grid.rate(measure.title(), Standing.Entry::amount);
        } else {
            grid.time(measure.title(), Standing.Entry::amount);
        }
        return grid.times("×best", Standing.Entry::times)
                .bytes(
                        "bytes",
                        3,
                        entry -> sizes.flatMap(all -> all.entry(entry.codec()))
                                .map(size -> size.amount().value())
                                .orElse(Double.NaN))
                .table("lead", measure.title() + " of " + standing.payload(), Names.legend(standings.codecs()));
    }
}
