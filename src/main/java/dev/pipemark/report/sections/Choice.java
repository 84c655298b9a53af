package dev.pipemark.report.sections;

import dev.pipemark.record.Matrix;
import dev.pipemark.report.doc.Grid;
import dev.pipemark.report.doc.Names;
import dev.pipemark.report.doc.Page.Block;
import dev.pipemark.report.doc.Page.Claim;
import dev.pipemark.report.doc.Page.Claims;
import dev.pipemark.report.doc.Page.Lines;
import dev.pipemark.report.rank.Constraint;
import dev.pipemark.report.rank.Evidence;
import dev.pipemark.report.rank.Findings;
import dev.pipemark.report.rank.Need;
import dev.pipemark.report.rank.Pick;
import dev.pipemark.report.rank.Race;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** Which codec to pick, by what one needs of it: a statement for each constraint, and what it rests on. */
final class Choice {
    private static final int SIZES = 3;

    private Choice() {}

    /**
     * @param matrix what values travel with the code and Java of the run, where that is known
     * @return nothing where no codec was measured
     */
    static List<Block> blocks(Findings findings, Optional<Matrix> matrix) {
        List<Race> races = Race.of(findings);
        if (races.isEmpty()) {
            return List.of();
        }
        Evidence evidence = new Evidence(findings, matrix);
        List<Pick> picks = Constraint.all().stream()
                .filter(constraint -> constraint.needs().stream().allMatch(evidence::decides))
                .map(constraint -> Pick.of(findings, evidence, races, constraint))
                .toList();
        List<Block> blocks = new ArrayList<>();
        Map<Pick, PickWords> words = new LinkedHashMap<>();
        picks.forEach(pick -> words.put(pick, new PickWords(findings, pick)));
        blocks.add(new Claims(
                words.values().stream().map(each -> claim(each, words.values())).toList()));
        if (picks.stream().allMatch(pick -> pick.crossings().isEmpty()) && swept(findings)) {
            blocks.add(Lines.of(
                    "No crossover is supported: along the sizes measured, whoever leads at the one is not known"
                            + " to be behind at another."));
        }
        List<String> unknown = Constraint.all().stream()
                .filter(constraint -> constraint.needs().size() == 1)
                .filter(constraint -> !constraint.needs().stream().allMatch(evidence::decides))
                .map(Constraint::title)
                .toList();
        if (!unknown.isEmpty()) {
            blocks.add(Lines.of("Not known here: " + Names.list(unknown)
                    + ". The command 'probe --contracts' finds it out, run with the same jar and Java into the same"
                    + " results folder; 'report' then says it here."));
        }
        blocks.add(table(evidence, races, words));
        return blocks;
    }

    private static Block table(Evidence evidence, List<Race> races, Map<Pick, PickWords> words) {
        List<String> notes = new ArrayList<>();
        notes.add(
                "Decided on " + decided(races) + ", and on a payload that a constraint is about. Picked are those that"
                        + " are not told apart from the fastest; the runner-up is the fastest of those behind them. Dropped is what is slower, by verdict, and larger"
                        + " than another one that is admissible. The cost of a constraint is that of the best admissible codec,"
                        + " beside the best of all.");
        for (Pick pick : words.keySet()) {
            if (pick.constraint().needs().size() == 1) {
                notes.addAll(evidence.conditions(pick.constraint().needs().get(0), List.copyOf(pick.admitted())));
            }
        }
        return new Grid<>(words.keySet())
                .id(pick -> pick.constraint().id())
                .text("constraint", pick -> pick.constraint().title())
                .text("evidence", pick -> used(evidence, pick.constraint()))
                .text("admissible codecs", pick -> Names.list(List.copyOf(pick.admitted())))
                .text("dropped", pick -> said(words, pick).dropped())
                .text("out because", pick -> said(words, pick).out())
                .table("choice-table", "Which codecs meet which constraint, and how that is known", notes);
    }

    private static PickWords said(Map<Pick, PickWords> words, Pick pick) {
        return Objects.requireNonNull(words.get(pick));
    }

    /** What was said before of a constraint that this one holds as well is not said again. */
    private static Claim claim(PickWords words, Collection<PickWords> all) {
        return all.stream()
                .takeWhile(other -> other != words)
                .filter(words::repeats)
                .findFirst()
                .map(words::asBefore)
                .orElseGet(() -> new Claim(words.sentence(), words.links()));
    }

    /** Whether sizes enough were measured for a crossover to show. */
    private static boolean swept(Findings findings) {
        return SweepSection.sized(findings).values().stream()
                .anyMatch(rows -> rows.stream()
                                .flatMap(row -> row.points().keySet().stream())
                                .distinct()
                                .count()
                        >= SIZES);
    }

    private static String used(Evidence evidence, Constraint constraint) {
        boolean travels = constraint.needs().stream().anyMatch(Need::travels);
        return constraint.needs().stream()
                .filter(need -> !travels || need != Need.NO_FLAGS)
                .map(need -> evidence.used(need, constraint.closed()))
                .collect(Collectors.joining("; "));
    }

    private static String decided(List<Race> races) {
        return races.stream()
                .filter(Race::lead)
                .map(race -> race.payload() + " (" + race.measure().title() + ")")
                .distinct()
                .collect(Collectors.joining(", "));
    }
}
