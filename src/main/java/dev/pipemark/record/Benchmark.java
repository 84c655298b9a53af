package dev.pipemark.record;

import static dev.pipemark.record.Parameter.CHUNK;
import static dev.pipemark.record.Parameter.TRANSPORT;
import static dev.pipemark.record.Parameter.WINDOW;
import static dev.pipemark.record.Parameter.WORKERS;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The suite's benchmarks, by the names of JMH's methods. A cell may name another benchmark, since JMH's files of other
 * suites can be read too.
 */
public enum Benchmark {
    /** Messages that a worker acknowledges. Several are in flight at a time. */
    STREAM("stream", Work.MESSAGES, Map.of(TRANSPORT, "pipe", WINDOW, "64")),
    /** One message to the worker and one back. */
    ROUND_TRIP("roundTrip", Work.MESSAGES, Map.of(TRANSPORT, "pipe")),
    ENCODE("encode", Work.CODER, Map.of()),
    DECODE("decode", Work.CODER, Map.of()),
    /** The stages of one round trip. */
    SPLIT("split", Work.MESSAGES, Map.of(TRANSPORT, "pipe")),
    /** The start of a worker, until its first answer. */
    FIRST_REPLY("firstReply", Work.NONE, Map.of()),
    /** Tasks through a pool, all submitted at once. */
    POOL("pool", Work.MESSAGES, Map.of(WORKERS, "1", CHUNK, "default")),
    /** Tasks through a pool, each submitted when the one before it is done. */
    SUBMIT("submit", Work.MESSAGES, Map.of(WORKERS, "1")),
    /** Tasks that compute, through a pool. */
    POOL_BUSY("poolBusy", Work.MESSAGES, Map.of()),
    /** Frames that were made beforehand. The worker returns the same bytes. */
    ECHO_FRAME("echoFrame", Work.MESSAGES, Map.of(TRANSPORT, "pipe")),
    /** A walk along the prepared values. */
    RING_ONLY("ringOnly", Work.CODER, Map.of()),
    BY_HAND_ENCODE("byHandEncode", Work.CODER, Map.of()),
    BY_HAND_DECODE("byHandDecode", Work.CODER, Map.of()),
    /** Fixed arithmetic, which measures the machine alone. */
    FIXED_ARITHMETIC("fixedArithmetic", Work.NONE, Map.of()),
    /** The cost of a remedy: of sending a value that does not travel without it. */
    REMEDY("remedy", Work.CODER, Map.of());

    /** The work with which a fork warms up before it measures. */
    public enum Work {
        /** A coder encodes or decodes in the fork. */
        CODER,
        /** Messages go to workers and back. */
        MESSAGES,
        /** The fork does not warm up, and has no worker. */
        NONE
    }

    /** The benchmarks for chosen codecs and payloads. */
    public static final List<Benchmark> HEADLINE = List.of(STREAM, ROUND_TRIP, ENCODE, DECODE);

    private final String id;
    private final Work work;
    private final Map<Parameter, String> headline;

    Benchmark(String id, Work work, Map<Parameter, String> headline) {
        this.id = id;
        this.work = work;
        this.headline = headline;
    }

    /** Returns the benchmark with this name; empty if the suite has none. */
    public static Optional<Benchmark> named(String id) {
        return Arrays.stream(values()).filter(each -> each.id.equals(id)).findFirst();
    }

    public static Optional<Benchmark> of(Cell cell) {
        return named(cell.benchmark());
    }

    /** Returns the name of JMH's method, which cells use. */
    public String id() {
        return id;
    }

    public Work work() {
        return work;
    }

    /** Returns the parameter values of the headline numbers. */
    public Map<Parameter, String> headline() {
        return headline;
    }

    /** Returns the cell of a pair, with the headline's parameters. */
    public Cell cell(String codec, String payload) {
        return cell(codec, payload, Map.of());
    }

    /**
     * Returns the cell of a pair.
     *
     * @param others the parameters that differ from the headline's
     */
    public Cell cell(String codec, String payload, Map<Parameter, String> others) {
        Cell cell = Cell.of(id, codec, payload, Map.of());
        for (Map.Entry<Parameter, String> each : headline.entrySet()) {
            cell = cell.with(each.getKey(), each.getValue());
        }
        for (Map.Entry<Parameter, String> each : others.entrySet()) {
            cell = cell.with(each.getKey(), each.getValue());
        }
        return cell;
    }

    /** Returns the cell of a control without codec and payload. */
    public Cell cell() {
        return cell(Cell.NONE, Cell.NONE);
    }

    /** Returns whether this benchmark calls a library directly, to show the cost of the suite's own interfaces. */
    public boolean byHand() {
        return this == BY_HAND_ENCODE || this == BY_HAND_DECODE;
    }

    /** Returns whether the cell belongs to this benchmark. */
    public boolean measures(Cell cell) {
        return cell.benchmark().equals(id);
    }
}
