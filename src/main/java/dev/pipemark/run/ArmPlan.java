package dev.pipemark.run;

import dev.pipemark.record.Arm;
import dev.pipemark.record.Benchmark;
import dev.pipemark.record.Cell;
import dev.pipemark.record.CodecFacts;
import dev.pipemark.record.Copies;
import dev.pipemark.record.Parameter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.openjdk.jmh.runner.options.Options;

/**
 * Adds the codecs of arms to a plan. For each codec of the plan, it adds the same codec in every arm that changes
 * this codec.
 */
public final class ArmPlan {
    /**
     * A collector may work only once a second. Each turn of this length includes its share of this work. With shorter
     * turns, a robust estimate would treat this work as a disturbance and leave it out.
     */
    private static final long LONG_TURN_MILLIS = 1000;

    private static final int LONG_TURNS = 6;

    private final Plan plan;
    private final List<Arm> arms;
    private final Offer offer;
    private final Formats formats;

    /** The codecs that may be in arms, by id. */
    private final Map<String, CodecFacts> codecs = new LinkedHashMap<>();

    private ArmPlan(Plan plan, List<Arm> arms, Offer offer, Formats formats) {
        this.plan = plan;
        this.arms = arms;
        this.offer = offer;
        this.formats = formats;
        Set<String> planned =
                plan.cells().stream().filter(ArmPlan::compared).map(Cell::codec).collect(Collectors.toSet());
        offer.codecs().stream()
                .filter(codec -> !codec.control() && planned.contains(codec.id()))
                .forEach(codec -> codecs.put(codec.id(), codec));
    }

    /**
     * Adds the cells of arms to a plan. If an arm has another Java or other flags, the plan gets long turns, unless
     * the user sets the number and the length of turns.
     *
     * @throws IllegalArgumentException if an arm changes no codec of the plan
     */
    public static Plan of(Plan plan, List<Arm> arms, Stock stock, JmhArguments user) {
        return of(plan, arms, stock.offer(), Formats.in(stock.catalog()), user.options());
    }

    static Plan of(Plan plan, List<Arm> arms, Offer offer, Formats formats, Options user) {
        return arms.isEmpty() ? plan : new ArmPlan(plan, arms, offer, formats).with(user);
    }

    private Plan with(Options user) {
        List<String> notes = new ArrayList<>(plan.notes());
        arms.forEach(arm -> notes.add(note(arm)));
        List<Block> blocks = plan.blocks().stream()
                .map(block -> new Block(block.name(), cells(block)))
                .toList();
        return new Plan(plan.name(), plan.rounds(), timing(plan.timing(), arms, user, notes), blocks, notes);
    }

    private List<Cell> cells(Block block) {
        Set<Cell> cells = new LinkedHashSet<>();
        for (Cell cell : block.cells()) {
            cells.add(cell);
            arms.stream().filter(arm -> affects(arm, cell)).forEach(arm -> cells.add(arm.cell(cell)));
        }
        return List.copyOf(cells);
    }

    /** Returns whether an arm changes a cell. */
    private boolean affects(Arm arm, Cell cell) {
        CodecFacts codec = codecs.get(cell.codec());
        if (codec == null || !compared(cell)) {
            return false;
        }
        return arm.worker() == null
                ? Arms.affects(arm, codec, offer)
                : crosses(cell) && formats.of(cell.codec(), cell.payload()).isPresent();
    }

    /** In other benchmarks, the worker does work that only the suite's own worker can do. */
    private static boolean crosses(Cell cell) {
        return (Benchmark.STREAM.measures(cell) || Benchmark.ROUND_TRIP.measures(cell))
                && Parameter.TRANSPORT.hasDefault(cell);
    }

    /**
     * Arms leave out copies of cells, which measure the noise. They also leave out cells with libraries called by
     * hand, which measure the cost of the suite's interfaces.
     */
    private static boolean compared(Cell cell) {
        return !cell.codec().equals(Cell.NONE)
                && !Copies.again(cell)
                && Benchmark.of(cell).filter(Benchmark::byHand).isEmpty();
    }

    private String note(Arm arm) {
        Set<String> affected = plan.cells().stream()
                .filter(cell -> affects(arm, cell))
                .map(Cell::codec)
                .collect(Collectors.toSet());
        List<String> inArm = codecs.keySet().stream().filter(affected::contains).toList();
        List<String> others =
                codecs.keySet().stream().filter(id -> !affected.contains(id)).toList();
        if (inArm.isEmpty()) {
            throw new IllegalArgumentException("--arm " + arm.name() + ": " + nothing(arm, others));
        }
        return "arm " + arm.name() + " (" + arm.words() + "): " + String.join(", ", inArm)
                + (others.isEmpty() ? "" : "; not in it, since " + without(arm) + ": " + String.join(", ", others));
    }

    private static String without(Arm arm) {
        return arm.worker() == null ? "they use another library" : "other languages cannot read their messages";
    }

    /** Returns why an arm is in no cell of the plan. */
    private static String nothing(Arm arm, List<String> others) {
        if (arm.worker() != null) {
            return "this arm changes nothing: no cell of the plan can use a worker in another language. It takes part in"
                    + " stream and roundTrip, with codecs whose messages other languages read; choose others by --codecs"
                    + " and --payloads";
        }
        return "this arm changes nothing: it has " + arm.words()
                + (others.isEmpty()
                        ? ", and the plan has no codec"
                        : ", and the plan has only " + String.join(", ", others))
                + "; choose codecs of that library by --codecs";
    }

    private static Timing timing(Timing timing, List<Arm> arms, Options user, List<String> notes) {
        List<String> names = arms.stream().filter(Arm::otherJava).map(Arm::name).toList();
        if (names.isEmpty()) {
            return timing;
        }
        Timing slow = new Timing(
                        timing.settleMillis(), timing.warmups(), LONG_TURN_MILLIS, LONG_TURNS, LONG_TURN_MILLIS)
                .with(user);
        notes.add(slow.iterations() + " turns of " + slow.iterationMillis() + " ms: another Java or other flags ("
                + String.join(", ", names) + ") may collect garbage differently. "
                + (slow.iterationMillis() < LONG_TURN_MILLIS
                        ? "These short turns may contain no garbage collection; -r 1 makes them long enough"
                        : "Most turns of this length contain a garbage collection"));
        return slow;
    }
}
