package dev.pipemark.run;

import dev.pipemark.record.Cell;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts a plan to a time. It removes rounds first, then blocks from the last to the second, and then payloads from the
 * last to the second. It never cuts the warm-up.
 */
public final class Budget {
    private static final Pattern WRITTEN = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*(s|m|min|h)");

    private Budget() {}

    /**
     * Reads {@code 90s}, {@code 20m} or {@code 1.5h}.
     *
     * @throws IllegalArgumentException if it is none of these; the message has examples
     */
    public static Duration parse(String written) {
        Matcher matcher = WRITTEN.matcher(written.strip().toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            throw new IllegalArgumentException("'" + written + "' is not a time: write 90s, 20m or 1.5h");
        }
        double seconds = Double.parseDouble(matcher.group(1))
                * switch (matcher.group(2)) {
                    case "s" -> 1;
                    case "h" -> 3600;
                    default -> 60;
                };
        return Duration.ofMillis(Math.round(seconds * 1000));
    }

    /**
     * Cuts a plan.
     *
     * @param estimate the time of a whole plan, in seconds
     * @throws IllegalArgumentException if not even one payload of the first block fits
     */
    public static Plan fit(Plan plan, Duration budget, ToDoubleFunction<Plan> estimate) {
        double limit = budget.toMillis() / 1e3;
        Plan fitting = plan;
        while (fitting.rounds() > 1 && estimate.applyAsDouble(fitting) > limit) {
            fitting = new Plan(plan.name(), fitting.rounds() - 1, plan.timing(), fitting.blocks(), plan.notes());
        }
        List<String> notes = new ArrayList<>(plan.notes());
        if (fitting.rounds() < plan.rounds()) {
            notes.add("budget: " + fitting.rounds() + " of " + plan.rounds() + " rounds");
        }
        while (fitting.blocks().size() > 1 && estimate.applyAsDouble(fitting) > limit) {
            int last = fitting.blocks().size() - 1;
            Block left = fitting.blocks().get(last);
            notes.add("budget: left out block '" + left.name() + "' ("
                    + cells(left.cells().size()) + ")");
            fitting = with(fitting, fitting.blocks().subList(0, last), notes);
        }
        while (estimate.applyAsDouble(fitting) > limit) {
            fitting = withoutLastPayload(fitting, notes, budget, estimate);
        }
        return with(fitting, fitting.blocks(), notes);
    }

    private static Plan withoutLastPayload(
            Plan plan, List<String> notes, Duration budget, ToDoubleFunction<Plan> estimate) {
        Set<String> payloads = new LinkedHashSet<>();
        plan.cells().forEach(cell -> payloads.add(cell.payload()));
        if (payloads.size() <= 1) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "a budget of %d s is too short: one round of the smallest plan takes about %.0f s",
                    budget.toSeconds(),
                    Math.ceil(estimate.applyAsDouble(plan))));
        }
        String last = List.copyOf(payloads).get(payloads.size() - 1);
        List<Block> blocks = new ArrayList<>();
        int left = 0;
        for (Block block : plan.blocks()) {
            List<Cell> kept = block.cells().stream()
                    .filter(cell -> !cell.payload().equals(last))
                    .toList();
            left += block.cells().size() - kept.size();
            blocks.add(new Block(block.name(), kept));
        }
        notes.add("budget: left out payload '" + last + "' (" + cells(left) + ")");
        return with(plan, blocks, notes);
    }

    private static Plan with(Plan plan, List<Block> blocks, List<String> notes) {
        return new Plan(plan.name(), plan.rounds(), plan.timing(), blocks, notes);
    }

    private static String cells(int count) {
        return count == 1 ? "1 cell" : count + " cells";
    }
}
