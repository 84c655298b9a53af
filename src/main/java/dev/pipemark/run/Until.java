package dev.pipemark.run;

import dev.pipemark.record.Cell;
import dev.pipemark.record.Copies;
import dev.pipemark.record.Costs;
import dev.pipemark.record.Fork;
import dev.pipemark.record.Kind;
import dev.pipemark.record.Resolution;
import dev.pipemark.record.RunEnd;
import dev.pipemark.record.RunPlan;
import dev.pipemark.stats.Judgement;
import dev.pipemark.stats.Judgements;
import dev.pipemark.stats.RoundTable;
import dev.pipemark.stats.Sensitivity;
import dev.pipemark.stats.Stats;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Adds rounds to the headline tables ({@code encode}, {@code decode}, {@code stream} and {@code roundTrip} over a pipe,
 * on one core) until each resolves a difference: half of its comparisons find a difference of this size four times out
 * of five ({@link Sensitivity}). A table that resolves it gets no more rounds. No table gets more than
 * {@value RunPlan#MOST_ROUNDS}.
 *
 * <p>The rule ends sooner if the estimated scatter is too small by chance. The intervals then cover less than 95 %. If a table
 * of two codecs could end after three rounds, they would cover 90 %. So no table ends before the scatter of half of its
 * comparisons has {@value #LEAST_FREEDOM} degrees of freedom. Forks that failed, and cells whose variance stands out, leave
 * fewer. The intervals then cover 92 % or more, by the simulation in {@code UntilCoverageTest}.
 */
public final class Until {
    /** The fewest degrees of freedom, the median over comparisons, with which a table ends. */
    private static final int LEAST_FREEDOM = 7;

    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,3}(?:\\.\\d{1,3})?)\\s*%");

    private final double goal;
    private final Map<Cell, List<Cell>> tables = new LinkedHashMap<>();
    private final Sensitivity sensitivity = new Sensitivity();

    /**
     * Makes a rule.
     *
     * @param goal the difference to resolve, as a fraction
     * @param cells the cells of the plan
     */
    Until(double goal, Collection<Cell> cells) {
        this.goal = goal;
        for (Cell cell : cells) {
            if (Kind.HEADLINE.contains(Kind.of(Copies.base(cell)))) {
                tables.computeIfAbsent(Kind.table(cell), table -> new ArrayList<>())
                        .add(cell);
            }
        }
        tables.values().removeIf(table -> compared(table).size() < 2);
    }

    /**
     * Reads {@code 10%}.
     *
     * @return a fraction
     * @throws IllegalArgumentException if it is not a share between 1 and 100 per cent; the message has examples
     */
    public static double parse(String written) {
        Matcher matcher = WRITTEN.matcher(written.strip());
        double share = matcher.matches() ? Double.parseDouble(matcher.group(1)) / 100 : Double.NaN;
        if (!(share >= 0.01 && share <= 1)) {
            throw new IllegalArgumentException(
                    "'" + written + "' is not a difference to resolve: write 10%, or another share from 1% to 100%");
        }
        return share;
    }

    /** Returns whether there is a headline table in which cells can be compared. */
    public static boolean applies(Collection<Cell> cells) {
        return !new Until(1, cells).tables.isEmpty();
    }

    /**
     * The state of a headline table.
     *
     * @param cells the cells that get further rounds: those with a finished fork
     * @param rounds the number of rounds so far
     * @param behind the cells of these without a fork in the last round
     * @param resolves the difference that the table resolves, as a fraction; NaN if there are too few forks
     * @param freedom the median of the degrees of freedom of the comparisons; NaN if there are too few forks
     * @param pairs the comparisons of the table
     */
    private record State(
            Cell table,
            List<Cell> cells,
            int rounds,
            List<Cell> behind,
            double resolves,
            double freedom,
            List<Judgement> pairs) {
        List<PlannedFork> next() {
            return behind.isEmpty() ? round(cells, rounds + 1) : round(behind, rounds);
        }

        boolean open(double goal) {
            return !(resolves <= goal && freedom >= LEAST_FREEDOM);
        }

        /**
         * Returns the number of rounds after which the table may end. It assumes that each further round adds as many degrees
         * of freedom as the rounds so far.
         */
        int least() {
            double each = Double.isNaN(freedom) ? cells.size() - 1 : freedom / (rounds - 1);
            return 1 + (int) Math.ceil(LEAST_FREEDOM / each);
        }
    }

    private static List<PlannedFork> round(List<Cell> cells, int round) {
        return cells.stream().map(cell -> new PlannedFork(cell, round)).toList();
    }

    private List<State> states(Collection<Fork> forks) {
        Map<Cell, List<Fork>> byCell = new HashMap<>();
        forks.forEach(fork ->
                byCell.computeIfAbsent(fork.cell(), cell -> new ArrayList<>()).add(fork));
        List<State> states = new ArrayList<>();
        tables.forEach((table, cells) -> {
            Map<Cell, Map<RoundTable.Sitting, Double>> costs = new LinkedHashMap<>();
            Map<Cell, Integer> last = new HashMap<>();
            for (Cell cell : cells) {
                List<Fork> own = byCell.getOrDefault(cell, List.of());
                Map<RoundTable.Sitting, Double> bySitting = Costs.bySitting(own);
                if (!bySitting.isEmpty()) {
                    costs.put(cell, bySitting);
                    last.put(cell, own.stream().mapToInt(Fork::round).max().orElse(0));
                }
            }
            List<Cell> compared = compared(costs.keySet());
            if (compared.size() > 1) {
                int rounds = Collections.max(last.values());
                List<Judgement> pairs = Judgements.of(RoundTable.ofSittings(costs), compared, Resolution.LEAST)
                        .pairs(compared);
                states.add(new State(
                        table,
                        List.copyOf(costs.keySet()),
                        rounds,
                        costs.keySet().stream()
                                .filter(cell -> !last.getOrDefault(cell, 0).equals(rounds))
                                .toList(),
                        sensitivity.median(pairs),
                        Stats.median(pairs.stream()
                                .map(pair -> pair.standing().freedom())
                                .toList()),
                        pairs));
            }
        });
        return states;
    }

    /**
     * Returns the forks of the next round of each table that does not resolve enough, in plan order. Empty if all tables
     * do, or have had the most rounds.
     *
     * @param forks the forks of the run so far
     */
    List<PlannedFork> next(Collection<Fork> forks) {
        List<PlannedFork> next = new ArrayList<>();
        for (State state : states(forks)) {
            if (state.open(goal) && (state.rounds < RunPlan.MOST_ROUNDS || !state.behind.isEmpty())) {
                next.addAll(state.next());
            }
        }
        return next;
    }

    /** Returns why there is no next round, for {@link RunEnd#until}. */
    String reason(Collection<Fork> forks) {
        return states(forks).stream().anyMatch(state -> state.open(goal)) ? RunEnd.MOST : RunEnd.REACHED;
    }

    /** Returns the expected further forks, if the scatter stays as it is. */
    List<PlannedFork> expected(Collection<Fork> forks) {
        List<PlannedFork> expected = new ArrayList<>();
        for (State state : states(forks)) {
            if (state.open(goal)) {
                int last = Math.min(
                        RunPlan.MOST_ROUNDS,
                        Math.max(
                                Math.max(state.rounds + 1, state.least()),
                                sensitivity.roundsTo(goal, state.pairs).orElse(RunPlan.MOST_ROUNDS)));
                expected.addAll(round(state.behind, state.rounds));
                for (int round = state.rounds + 1; round <= last; round++) {
                    expected.addAll(round(state.cells, round));
                }
            }
        }
        return expected;
    }

    /** Returns the tables that do not resolve enough, in one sentence. */
    String words(Collection<Fork> forks) {
        List<String> open = new ArrayList<>();
        for (State state : states(forks)) {
            if (state.open(goal)) {
                open.add(state.table.benchmark() + " " + state.table.payload() + " "
                        + (Double.isNaN(state.resolves) ? "nothing yet" : percent(state.resolves))
                        + (state.resolves <= goal
                                ? " after " + state.rounds + " of " + state.least() + " rounds"
                                : ""));
            }
        }
        return "to resolve " + percent(goal) + ": "
                + (open.isEmpty() ? "all headline tables resolve it" : "so far " + String.join(", ", open));
    }

    private static List<Cell> compared(Collection<Cell> cells) {
        return cells.stream().filter(cell -> !Copies.again(cell)).toList();
    }

    private static String percent(double fraction) {
        return String.format(Locale.ROOT, fraction < 0.0995 ? "%.1f %%" : "%.0f %%", 100 * fraction);
    }
}
