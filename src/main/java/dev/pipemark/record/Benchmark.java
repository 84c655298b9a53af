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
 * The suite's benchmarks, by the names of JMH's methods. A cell may name another one: files of JMH's are read whatever
 * suite they come from.
 */
public enum Benchmark {
    /** Messages that a worker acknowledges, some of them in flight at a time. */
    STREAM("stream", Work.MESSAGES, Map.of(TRANSPORT, "pipe", WINDOW, "64")),
    /** One message out and one back. */
    ROUND_TRIP("roundTrip", Work.MESSAGES, Map.of(TRANSPORT, "pipe")),
    ENCODE("encode", Work.CODER, Map.of()),
    DECODE("decode", Work.CODER, Map.of()),
    /** The stages of one round trip. */
    SPLIT("split", Work.MESSAGES, Map.of(TRANSPORT, "pipe")),
    /** A worker started, and its first answer. */
    FIRST_REPLY("firstReply", Work.NONE, Map.of()),
    /** Tasks through a pool, all given at once. */
    POOL("pool", Work.MESSAGES, Map.of(WORKERS, "1", CHUNK, "default")),
    /** Tasks through a pool, one given when the one before it is done. */
    SUBMIT("submit", Work.MESSAGES, Map.of(WORKERS, "1")),
    /** Tasks that compute, through a pool. */
    POOL_BUSY("poolBusy", Work.MESSAGES, Map.of()),
    /** Frames made beforehand, sent back as they came. */
    ECHO_FRAME("echoFrame", Work.MESSAGES, Map.of(TRANSPORT, "pipe")),
    /** Walking along the prepared values. */
    RING_ONLY("ringOnly", Work.CODER, Map.of()),
    BY_HAND_ENCODE("byHandEncode", Work.CODER, Map.of()),
    BY_HAND_DECODE("byHandDecode", Work.CODER, Map.of()),
    /** The machine alone. */
    FIXED_ARITHMETIC("fixedArithmetic", Work.NONE, Map.of()),
    /** What it costs to send something that would not travel by itself. */
    REMEDY("remedy", Work.CODER, Map.of());

    /** What a fork does until the compilers come to rest, before it measures. */
    public enum Work {
        /** A coder works in the fork alone. */
        CODER,
        /** Workers are started, and messages go to them and back. */
        MESSAGES,
        /** Nothing is warmed, and no worker waits. */
        NONE
    }

    /** What chosen codecs and payloads are measured with. */
    public static final List<Benchmark> HEADLINE = List.of(STREAM, ROUND_TRIP, ENCODE, DECODE);

    private final String id;
    private final Work work;
    private final Map<Parameter, String> headline;

    Benchmark(String id, Work work, Map<Parameter, String> headline) {
        this.id = id;
        this.work = work;
        this.headline = headline;
    }

    /** The benchmark of this name; empty where the suite has none. */
    public static Optional<Benchmark> named(String id) {
        return Arrays.stream(values()).filter(each -> each.id.equals(id)).findFirst();
    }

    public static Optional<Benchmark> of(Cell cell) {
        return named(cell.benchmark());
    }

    /** The name of JMH's method, as cells have it. */
    public String id() {
        return id;
    }

    public Work work() {
        return work;
    }

    /** Values of the parameters under which its first numbers are reported. */
    public Map<Parameter, String> headline() {
        return headline;
    }

    /** The cell of a pair, with the headline's parameters. */
    public Cell cell(String codec, String payload) {
        return cell(codec, payload, Map.of());
    }

    /**
     * The cell of a pair.
     *
     * @param others parameters that differ from the headline's
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

    /** The cell of a control that has neither codec nor payload. */
    public Cell cell() {
        return cell(Cell.NONE, Cell.NONE);
    }

    /** Whether this calls a library directly, to show what the suite's own interfaces cost. */
    public boolean byHand() {
        return this == BY_HAND_ENCODE || this == BY_HAND_DECODE;
    }

    /** Whether the cell is one of this benchmark. */
    public boolean measures(Cell cell) {
        return cell.benchmark().equals(id);
    }
}
