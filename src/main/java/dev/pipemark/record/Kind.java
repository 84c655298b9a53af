package dev.pipemark.record;

import java.util.Set;
import java.util.stream.Collectors;

/** Which part of a report a cell belongs to. Each has exactly one, so that no cell is lost between the tables. */
public enum Kind {
    /** {@code encode}, {@code decode}. */
    CODING,
    /** {@code stream} over a pipe, any window. */
    STREAM,
    /** {@code roundTrip} over a pipe. */
    TRIP,
    /** Either of them with a core for each side, where the others share one. */
    TWO_CORES,
    /** Either of them without a pipe. */
    MEMORY,
    SPLIT,
    FIRST_REPLY,
    /** {@code pool} and {@code submit}: tasks through a pool of workers. */
    POOL,
    /** What shows how far the others can be trusted. */
    CONTROL,
    /** What it costs to send something that would not travel by itself. */
    REMEDY,
    /** The same cell once more. */
    COPY,
    OTHER;

    /** The kinds whose tables {@code --until} continues. */
    public static final Set<Kind> HEADLINE = Set.of(CODING, STREAM, TRIP);

    /** The window of the headline: deep enough that waking the other process does not hide the codec. */
    public static final String LEAD_WINDOW = Parameter.WINDOW.unsaid();

    private static final Set<String> NAMED =
            Set.of(Parameter.TRANSPORT.id(), Parameter.WINDOW.id(), Parameter.CORES.id(), Parameter.COPY.id());

    public static Kind of(Cell cell) {
        if (Copies.again(cell)) {
            return COPY;
        }
        return Benchmark.of(cell).map(benchmark -> of(benchmark, cell)).orElse(OTHER);
    }

    private static Kind of(Benchmark benchmark, Cell cell) {
        boolean pipe = Parameter.TRANSPORT.usual(cell);
        if (!Parameter.CORES.usual(cell)) {
            return TWO_CORES;
        }
        return switch (benchmark) {
            case ENCODE, DECODE -> CODING;
            case STREAM -> pipe ? STREAM : MEMORY;
            case ROUND_TRIP -> pipe ? TRIP : MEMORY;
            case SPLIT -> SPLIT;
            case FIRST_REPLY -> FIRST_REPLY;
            case POOL, SUBMIT, POOL_BUSY -> POOL;
            case ECHO_FRAME, RING_ONLY, BY_HAND_ENCODE, BY_HAND_DECODE, FIXED_ARITHMETIC -> CONTROL;
            case REMEDY -> REMEDY;
        };
    }

    public static String window(Cell cell) {
        return Parameter.WINDOW.of(cell);
    }

    /** How many workers a pool has; 0 where the cell does not say. */
    public static int workers(Cell cell) {
        try {
            return Integer.parseInt(Parameter.WORKERS.of(cell));
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    public static boolean leadStream(Cell cell) {
        return of(cell) == STREAM && window(cell).equals(LEAD_WINDOW);
    }

    /** The parameters that no table has a place of its own for, {@code workers=2}; mostly empty. */
    public static String extras(Cell cell) {
        return cell.parameters().entrySet().stream()
                .filter(entry -> !NAMED.contains(entry.getKey()))
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining(" "));
    }

    /** The cell without codec and copy, and without parameters that have their default value: its table. */
    public static Cell table(Cell cell) {
        return new Cell(cell.benchmark(), Cell.NONE, cell.payload(), plain(cell).parameters());
    }

    /** The cell without the number of its copy, and without parameters that have their default value. */
    public static Cell plain(Cell cell) {
        return Copies.base(cell).plain();
    }

    /** All parameters in one text; empty when there are none. */
    public static String parameters(Cell cell) {
        return cell.parameters().entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining(" "));
    }
}
