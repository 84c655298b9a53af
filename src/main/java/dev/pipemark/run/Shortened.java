package dev.pipemark.run;

import dev.pipemark.record.Arm;
import dev.pipemark.record.Cell;
import dev.pipemark.record.Copies;
import dev.pipemark.stats.Stats;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * A plan for a user's own classes that takes no longer than a time. It gives up rounds first, but keeps the three that a ranking
 * needs. It then gives up benchmarks from the first on, but keeps the last, which is the stream. Then it gives up codecs from the
 * last to the third, and at last the other rounds. Every class stays, since the user has named it. A codec with two copies stays
 * too. Its copies show the smallest difference that counts.
 *
 * @param plan the shortened plan. It takes longer than the time if there is nothing left to give up
 * @param leftOut the parts that were given up, in words: rounds, benchmarks, and codecs
 */
public record Shortened(Plan plan, List<String> leftOut) {
    private static final int FEWEST_CODECS = 2;

    public Shortened {
        leftOut = List.copyOf(leftOut);
    }

    /**
     * Shortens a plan.
     *
     * @param seconds the time that it may take
     * @param estimate the time of a whole plan, in seconds
     */
    public static Shortened of(Plan whole, double seconds, ToDoubleFunction<Plan> estimate) {
        Plan plan = withRounds(whole, Stats.FORKS_FOR_INTERVAL, seconds, estimate);
        List<String> parts = new ArrayList<>();
        List<String> benchmarks = new ArrayList<>(distinct(plan, Cell::benchmark));
        while (benchmarks.size() > 1 && estimate.applyAsDouble(plan) > seconds) {
            String first = benchmarks.remove(0);
            plan = without(plan, Cell::benchmark, first);
            parts.add(first);
        }
        List<String> codecs = new ArrayList<>(dispensable(plan));
        while (!codecs.isEmpty() && estimate.applyAsDouble(plan) > seconds) {
            String last = codecs.remove(codecs.size() - 1);
            Plan without = without(plan, Shortened::codec, last);
            if (distinct(without, Cell::payload).equals(distinct(plan, Cell::payload))
                    && distinct(without, Shortened::codec).size() >= FEWEST_CODECS) {
                plan = without;
                parts.add(last);
            }
        }
        plan = withRounds(plan, 1, seconds, estimate);
        if (plan.rounds() < whole.rounds()) {
            parts.add(0, (whole.rounds() - plan.rounds()) + " of " + whole.rounds() + " rounds");
        }
        return new Shortened(plan, parts);
    }

    /** Gives up rounds, down to a number, until the plan fits. */
    private static Plan withRounds(Plan whole, int fewest, double seconds, ToDoubleFunction<Plan> estimate) {
        Plan plan = whole;
        while (plan.rounds() > fewest && estimate.applyAsDouble(plan) > seconds) {
            plan = new Plan(plan.name(), plan.rounds() - 1, plan.timing(), plan.blocks(), plan.notes());
        }
        return plan;
    }

    /** Returns the plan with a note about the parts that were given up, before all other notes, if there are any. */
    public Plan noting(Function<String, String> note) {
        if (leftOut.isEmpty()) {
            return plan;
        }
        List<String> notes = new ArrayList<>();
        notes.add(note.apply(String.join(", ", leftOut)));
        notes.addAll(plan.notes());
        return new Plan(plan.name(), plan.rounds(), plan.timing(), plan.blocks(), notes);
    }

    /** Returns the codecs that may be given up, in the order of the plan. */
    private static Set<String> dispensable(Plan plan) {
        Set<String> codecs = distinct(plan, Shortened::codec);
        plan.cells().stream().filter(Copies::again).map(Shortened::codec).forEach(codecs::remove);
        return codecs;
    }

    /** Returns the codec of a cell. Its arms belong to it. */
    private static String codec(Cell cell) {
        return Arm.base(cell.codec());
    }

    private static Set<String> distinct(Plan plan, Function<Cell, String> part) {
        return plan.cells().stream()
                .filter(Pairs::isPair)
                .map(part)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Returns a plan without the pairs whose part has this name. */
    private static Plan without(Plan plan, Function<Cell, String> part, String name) {
        Set<Cell> left = new HashSet<>(plan.cells());
        left.removeIf(cell -> Pairs.isPair(cell) && part.apply(cell).equals(name));
        List<Block> blocks = plan.blocks().stream()
                .map(block -> new Block(
                        block.name(),
                        block.cells().stream().filter(left::contains).toList()))
                .filter(block -> !block.cells().isEmpty())
                .toList();
        return new Plan(plan.name(), plan.rounds(), plan.timing(), blocks, plan.notes());
    }
}
