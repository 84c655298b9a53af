package dev.pipemark.report;

import dev.pipemark.report.Page.Block;
import dev.pipemark.report.Page.Claim;
import dev.pipemark.report.Page.Claims;
import dev.pipemark.report.Page.Lines;
import dev.pipemark.result.Matrix;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Which codec to pick, by what one needs of it: a statement for each constraint, and what it rests on. */
final class Choice {
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
        blocks.add(new Claims(picks.stream()
                .map(pick -> {
                    PickWords words = new PickWords(findings, pick);
                    return new Claim(words.sentence(), words.links());
                })
                .toList()));
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
        blocks.add(table(findings, evidence, races, picks));
        return blocks;
    }

    private static Block table(Findings findings, Evidence evidence, List<Race> races, List<Pick> picks) {
        List<String> notes = new ArrayList<>();
        notes.add("Decided on " + decided(races) + ". In front are those that are not told apart from the fastest;"
                + " behind them the runner-up is the fastest of those left. Dropped is what is slower, by verdict, and"
                + " larger than another one that is let in. The constraint costs as many times the best codec of all as"
                + " the best that is let in.");
        for (Pick pick : picks) {
            if (pick.constraint().needs().size() == 1) {
                notes.addAll(evidence.conditions(pick.constraint().needs().get(0), List.copyOf(pick.admitted())));
            }
        }
        return new Grid<>(picks)
                .id(pick -> pick.constraint().id())
                .text("constraint", pick -> pick.constraint().title())
                .text("evidence", pick -> used(evidence, pick.constraint()))
                .text("admissible codecs", pick -> Names.list(List.copyOf(pick.admitted())))
                .text("pick", pick -> new PickWords(findings, pick).picked())
                .text("runner-up", pick -> new PickWords(findings, pick).runnerUp())
                .text("cost of the constraint", pick -> new PickWords(findings, pick).cost())
                .text("dropped", pick -> new PickWords(findings, pick).dropped())
                .text("out because", pick -> new PickWords(findings, pick).out())
                .table("choice-table", "Which codec meets which constraint, and what it costs", notes);
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
