package dev.pipemark.record;

import java.util.Set;
import java.util.stream.Collectors;

/**
 * The part of a report to which a cell belongs. Each cell has exactly one, so that no cell is lost between the tables.
 */
public enum Kind {
    /** {@code encode} or {@code decode}. */
    CODING,
    /** {@code stream} over a pipe, with any window. */
    STREAM,
    /** {@code roundTrip} over a pipe. */
    TRIP,
    /** {@code stream} or {@code roundTrip} with a core for each side. */
    TWO_CORES,
    /** {@code stream} or {@code roundTrip} without a pipe. */
    MEMORY,
    SPLIT,
    FIRST_REPLY,
    /** {@code pool} and {@code submit}: tasks through a pool of workers. */
    POOL,
    /** A control, which shows how far the other cells can be trusted. */
    CONTROL,
    /** The cost of a remedy: of sending a value that does not travel without it. */
    REMEDY,
    /** A second or later copy of a cell. */
    COPY,
    OTHER;

    /** The kinds whose tables {@code --until} continues. */
    public static final Set<Kind> HEADLINE = Set.of(CODING, STREAM, TRIP);

    /** The window of the headline. It is so large that the time to wake the other process does not hide the codec. */
    public static final String LEAD_WINDOW = Parameter.WINDOW.defaultValue();

    private static final Set<String> NAMED =
            Set.of(Parameter.TRANSPORT.id(), Parameter.WINDOW.id(), Parameter.CORES.id(), Parameter.COPY.id());

    public static Kind of(Cell cell) {
        if (Copies.again(cell)) {
            return COPY;
        }
        return Benchmark.of(cell).map(benchmark -> of(benchmark, cell)).orElse(OTHER);
    }

    private static Kind of(Benchmark benchmark, Cell cell) {
        boolean pipe = Parameter.TRANSPORT.hasDefault(cell);
        if (!Parameter.CORES.hasDefault(cell)) {
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

    /** Returns the number of workers of a pool, 0 if the cell does not have it. */
    public static int workers(Cell cell) {
        return number(cell, Parameter.WORKERS);
    }

    /** Returns the value of a parameter, 0 if it is not a number. */
    public static int number(Cell cell, Parameter parameter) {
        try {
            return Integer.parseInt(parameter.of(cell));
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    public static boolean leadStream(Cell cell) {
        return of(cell) == STREAM && window(cell).equals(LEAD_WINDOW);
    }

    /** Returns the parameters for which tables have no column, such as {@code workers=2}; mostly empty. */
    public static String extras(Cell cell) {
        return cell.parameters().entrySet().stream()
                .filter(entry -> !NAMED.contains(entry.getKey()))
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining(" "));
    }

    /**
     * Returns the table of a cell: the cell without codec and copy, and without parameters that have their default value.
     */
    public static Cell table(Cell cell) {
        return new Cell(cell.benchmark(), Cell.NONE, cell.payload(), plain(cell).parameters());
    }

    /** Returns the cell without the number of its copy, and without parameters that have their default value. */
    public static Cell plain(Cell cell) {
        return Copies.base(cell).plain();
    }

    /** Returns all parameters in one text, empty if there are none. */
    public static String parameters(Cell cell) {
        return cell.parameters().entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining(" "));
    }
}
