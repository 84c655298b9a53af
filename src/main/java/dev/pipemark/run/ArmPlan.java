package dev.pipemark.run;

import dev.pipemark.record.Arm;
import dev.pipemark.record.Benchmark;
import dev.pipemark.record.Cell;
import dev.pipemark.record.CodecFacts;
import dev.pipemark.record.Copies;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.openjdk.jmh.runner.options.Options;

/** Puts beside each codec of a plan the same codec in every arm that makes another one of it. */
public final class ArmPlan {
    /**
     * A collector may work once in a second only: of turns of this length all have their share of it. In shorter ones a
     * robust estimate takes it for a disturbance and leaves it out.
     */
    private static final long LONG_TURN_MILLIS = 1000;

    private static final int LONG_TURNS = 6;

    private ArmPlan() {}

    /**
     * Adds the cells of arms to a plan, and has it take long turns where an arm differs in its Java or its flags, unless
     * the user says how many and how long.
     *
     * @throws IllegalArgumentException when an arm changes none of the codecs in the plan, saying so
     */
    public static Plan of(Plan plan, List<Arm> arms, Offer offer, JmhArguments user) {
        return of(plan, arms, offer, user.options());
    }

    static Plan of(Plan plan, List<Arm> arms, Offer offer, Options user) {
        if (arms.isEmpty()) {
            return plan;
        }
        Map<String, CodecFacts> codecs = new LinkedHashMap<>();
        Set<String> planned =
                plan.cells().stream().filter(ArmPlan::compared).map(Cell::codec).collect(Collectors.toSet());
        offer.codecs().stream()
                .filter(codec -> !codec.control() && planned.contains(codec.id()))
                .forEach(codec -> codecs.put(codec.id(), codec));
        List<String> notes = new ArrayList<>(plan.notes());
        for (Arm arm : arms) {
            notes.add(note(arm, codecs, offer));
        }
        List<Block> blocks = plan.blocks().stream()
                .map(block -> new Block(block.name(), cells(block, arms, codecs, offer)))
                .toList();
        return new Plan(plan.name(), plan.rounds(), timing(plan.timing(), arms, user, notes), blocks, notes);
    }

    private static List<Cell> cells(Block block, List<Arm> arms, Map<String, CodecFacts> codecs, Offer offer) {
        Set<Cell> cells = new LinkedHashSet<>();
        for (Cell cell : block.cells()) {
            cells.add(cell);
            CodecFacts codec = codecs.get(cell.codec());
            if (codec != null && compared(cell)) {
                arms.stream().filter(arm -> Arms.affects(arm, codec, offer)).forEach(arm -> cells.add(arm.cell(cell)));
            }
        }
        return List.copyOf(cells);
    }

    /** A repeated cell tells of the noise, and one by hand of the suite's own interfaces. */
    private static boolean compared(Cell cell) {
        return !cell.codec().equals(Cell.NONE)
                && !Copies.again(cell)
                && Benchmark.of(cell).filter(Benchmark::byHand).isEmpty();
    }

    private static String note(Arm arm, Map<String, CodecFacts> codecs, Offer offer) {
        List<String> affected = new ArrayList<>();
        List<String> others = new ArrayList<>();
        codecs.values().forEach(codec -> (Arms.affects(arm, codec, offer) ? affected : others).add(codec.id()));
        if (affected.isEmpty()) {
            throw new IllegalArgumentException("--arm " + arm.name() + ": it has " + arm.words()
                    + (others.isEmpty()
                            ? ", and no codec is measured"
                            : ", which is not the library of " + String.join(", ", others))
                    + ", so that it would change nothing: --codecs names codecs of that library");
        }
        return "arm " + arm.name() + " (" + arm.words() + "): " + String.join(", ", affected)
                + (others.isEmpty() ? "" : "; of another library: " + String.join(", ", others));
    }

    private static Timing timing(Timing timing, List<Arm> arms, Options user, List<String> notes) {
        List<String> names = arms.stream().filter(Arm::otherJava).map(Arm::name).toList();
        if (names.isEmpty()) {
            return timing;
        }
        Timing slow = new Timing(
                        timing.settleMillis(), timing.warmups(), LONG_TURN_MILLIS, LONG_TURNS, LONG_TURN_MILLIS)
                .with(user);
        notes.add("turns of " + slow.iterationMillis() + " ms, " + slow.iterations()
                + " of them, since another Java or other flags ("
                + String.join(", ", names) + ") may collect garbage in another way"
                + (slow.iterationMillis() < LONG_TURN_MILLIS
                        ? ": in turns so short, collections may be missing from most; -r 1 takes long ones"
                        : ": long enough for collections to fall into most of them"));
        return slow;
    }
}
