package dev.pipemark.run;

import static dev.pipemark.record.Benchmark.BY_HAND_DECODE;
import static dev.pipemark.record.Benchmark.BY_HAND_ENCODE;
import static dev.pipemark.record.Benchmark.DECODE;
import static dev.pipemark.record.Benchmark.ECHO_FRAME;
import static dev.pipemark.record.Benchmark.ENCODE;
import static dev.pipemark.record.Benchmark.FIRST_REPLY;
import static dev.pipemark.record.Benchmark.FIXED_ARITHMETIC;
import static dev.pipemark.record.Benchmark.HEADLINE;
import static dev.pipemark.record.Benchmark.POOL;
import static dev.pipemark.record.Benchmark.POOL_BUSY;
import static dev.pipemark.record.Benchmark.REMEDY;
import static dev.pipemark.record.Benchmark.RING_ONLY;
import static dev.pipemark.record.Benchmark.ROUND_TRIP;
import static dev.pipemark.record.Benchmark.SPLIT;
import static dev.pipemark.record.Benchmark.STREAM;
import static dev.pipemark.record.Benchmark.SUBMIT;

import dev.pipemark.api.Badge;
import dev.pipemark.api.Tier;
import dev.pipemark.api.Use;
import dev.pipemark.bench.control.RemedyBenchmark;
import dev.pipemark.record.Benchmark;
import dev.pipemark.record.Cell;
import dev.pipemark.record.Parameter;
import dev.pipemark.record.Resolution;
import dev.pipemark.run.Block.Table;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The presets. They choose codecs by the uses that the codecs name themselves, and controls by the values that their
 * benchmarks list. No codec is named here.
 */
public final class Presets {
    /** The names of the presets, in the order of their length. */
    public static final List<String> NAMES = List.of("quick", "standard", "full");
    /** The preset that runs everything once, for a very short time. Its numbers mean nothing. */
    static final String SMOKE = "smoke";

    /** The payload of the first table: a record with text and numbers. */
    private static final String RECORD = "media-content";

    private static final String INTEGERS = "list-integer-1000";
    private static final String TEXT = "string-ascii";
    private static final String LAMBDA = "lambda-capturing";
    private static final String NUMBER = "long";
    private static final String BYTES = "bytes-64";

    /** The fewest rounds from which anything can be judged. */
    static final int SITTINGS = 3;

    /** The payloads with which the standard preset streams each codec, by the use of the codec. */
    private static final Map<Use, List<String>> BOARD = boards();

    private static final Map<Parameter, String> MEMORY = Map.of(Parameter.TRANSPORT, "memory");

    private final Offer offer;
    private final Benchmarks benchmarks;
    private final Tier tier;

    private static Map<Use, List<String>> boards() {
        Map<Use, List<String>> boards = new EnumMap<>(Use.class);
        boards.put(
                Use.DATA,
                List.of(
                        NUMBER,
                        TEXT,
                        "string-unicode",
                        "big-decimal",
                        "int-array-1000",
                        "double-array-1000",
                        INTEGERS,
                        "list-string-1000",
                        "map-string-integer-1000",
                        "document"));
        boards.put(Use.RECORDS, List.of(RECORD, "order", "reading", "readings-1000"));
        boards.put(Use.HIERARCHIES, List.of("events"));
        boards.put(Use.GRAPHS, List.of("graph"));
        boards.put(Use.FUNCTIONS, List.of(LAMBDA, "task-class"));
        return boards;
    }

    private Presets(Offer offer, Benchmarks benchmarks, Tier tier) {
        this.offer = offer;
        this.benchmarks = benchmarks;
        this.tier = tier;
    }

    /** Returns whether a preset tries all pairs, and not only the timed ones. */
    public static boolean triesEveryPair(String preset) {
        return preset.equals("full");
    }

    /**
     * Returns the preset with this name.
     *
     * @param benchmarks the benchmarks, whose controls list the values that they take
     * @throws IllegalArgumentException if there is none
     */
    public static Preset named(String name, Offer offer, Benchmarks benchmarks) {
        return switch (name) {
            case "quick" -> new Presets(offer, benchmarks, Tier.QUICK).quick();
            case "standard" -> new Presets(offer, benchmarks, Tier.STANDARD).standard();
            case "full" -> new Presets(offer, benchmarks, Tier.FULL).full();
            case SMOKE -> new Presets(offer, benchmarks, Tier.QUICK).smoke();
            default -> throw new IllegalArgumentException("there is no preset '" + name + "'; there are " + NAMES);
        };
    }

    /** Three rounds in less than five minutes. They rank the codecs of the first tier. */
    private Preset quick() {
        List<Block> blocks = new ArrayList<>();
        List<String> sweeps = of(Use.SWEEPS);
        List<String> first = sweeps.stream().limit(1).toList();
        List<String> last = sweeps.subList(Math.max(0, sweeps.size() - 1), sweeps.size());
        blocks.add(new Table()
                .add(List.of(ENCODE, DECODE, STREAM), of(Use.RECORDS), List.of(RECORD))
                .again(ENCODE, last, RECORD)
                .again(DECODE, last, RECORD)
                .again(STREAM, first, RECORD)
                .add(STREAM, examples(), INTEGERS)
                .add(STREAM, of(Use.FUNCTIONS), LAMBDA)
                .as("families"));
        addOutside(blocks, List.of(ENCODE, DECODE, STREAM), List.of(INTEGERS, LAMBDA));
        blocks.add(new Table().add(FIXED_ARITHMETIC, Cell.NONE).as("controls"));
        return new Preset("quick", SITTINGS, Timing.SHORT, blocks);
    }

    /** Returns the codecs of the first tier, except those for functions alone. A user's class may be anything. */
    static List<String> forYours(Offer offer) {
        List<String> codecs = Stream.of(Use.RECORDS, Use.DATA, Use.HIERARCHIES, Use.GRAPHS)
                .flatMap(use -> offer.codecs(use, Tier.QUICK).stream())
                .distinct()
                .toList();
        return offer.codecIds().stream().filter(codecs::contains).toList();
    }

    /**
     * Returns blocks for a user's own classes: one for each payload, and one with controls.
     *
     * @param travels whether a cell's codec carries its payload
     */
    static List<Block> yours(List<String> payloads, List<String> codecs, Predicate<Cell> travels) {
        List<Block> blocks = new ArrayList<>();
        for (String payload : payloads) {
            Table table = new Table().add(List.of(ENCODE, DECODE, STREAM), codecs, List.of(payload));
            Block whole = table.as(payload);
            List<String> last =
                    whole.cells().stream()
                            .filter(travels)
                            .map(Cell::codec)
                            .distinct()
                            .reduce((one, other) -> other)
                            .stream()
                            .toList();
            for (Benchmark benchmark : List.of(ENCODE, DECODE, STREAM)) {
                table.again(benchmark, last, payload);
            }
            blocks.add(new Block(
                    payload, table.as(payload).cells().stream().filter(travels).toList()));
        }
        blocks.add(new Table().add(FIXED_ARITHMETIC, Cell.NONE).as("controls"));
        return blocks;
    }

    /** Three rounds in some 75 minutes, which are enough for a choice between codecs. */
    private Preset standard() {
        List<Block> blocks = new ArrayList<>();
        List<String> headline = of(Use.RECORDS);
        List<String> quick = offer.codecs(Use.RECORDS, Tier.QUICK);
        Table board = new Table();
        board.add(HEADLINE, headline, List.of(RECORD))
                .add(HEADLINE, quick, List.of("order"))
                .add(HEADLINE, offer.codecs(Use.DATA, Tier.QUICK), List.of(INTEGERS))
                .add(HEADLINE, of(Use.FUNCTIONS), List.of(LAMBDA));
        BOARD.forEach((use, payloads) -> board.add(List.of(STREAM), offer.codecsWithin(use, tier), payloads));
        HEADLINE.forEach(benchmark -> board.again(benchmark, examples(), RECORD));
        blocks.add(board.as("families"));
        addOutside(blocks, HEADLINE, List.of(TEXT, INTEGERS, LAMBDA));
        List<String> sweeps = of(Use.SWEEPS);
        blocks.add(new Table()
                .add(FIXED_ARITHMETIC, Cell.NONE)
                .add(List.of(STREAM, ROUND_TRIP), offer.controls(), List.of(BYTES))
                .add(ECHO_FRAME, BYTES)
                .as("controls"));
        blocks.add(bothAtOnce());
        blocks.add(new Table().add(SPLIT, examples(), RECORD).as("split"));
        blocks.add(new Table().add(ROUND_TRIP, sweeps, RECORD, MEMORY).as("memory transport"));
        blocks.add(new Table().add(FIRST_REPLY, general(), RECORD).as("first reply"));
        blocks.add(smallPool());
        return new Preset("standard", SITTINGS, Timing.FULL, blocks);
    }

    /** The block of cells with a core for each side, in tables of their own. */
    private Block bothAtOnce() {
        Table table = new Table();
        for (Benchmark benchmark : List.of(STREAM, ROUND_TRIP)) {
            table.add(benchmark, of(Use.SWEEPS), RECORD, Map.of(Parameter.CORES, "2"));
        }
        return table.as("both sides at once");
    }

    /** Every pair. Pairs that do not travel are found before anything is timed, and left out. */
    private Preset full() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(
                new Table().add(HEADLINE, offer.codecIds(), offer.payloadIds()).as("families"));
        blocks.addAll(topics());
        blocks.add(wholePool());
        return new Preset("full", 5, Timing.FULL, blocks);
    }

    /** The cells of the quick preset, and every codec and every payload at least once. */
    private Preset smoke() {
        List<Block> blocks = new ArrayList<>(quick().blocks());
        Table each = new Table();
        for (String codec : offer.codecIds()) {
            each.add(STREAM, List.of(codec), smokePayload(codec));
        }
        each.add(List.of(ROUND_TRIP), offer.ownOfJava(), offer.payloadIds());
        each.add(List.of(SPLIT, FIRST_REPLY, POOL, SUBMIT), offer.ownOfJava(), List.of(RECORD));
        blocks.add(each.as("one of each"));
        return new Preset(SMOKE, 1, Timing.NONE, blocks);
    }

    private String smokePayload(String codec) {
        if (offer.controls().contains(codec)) {
            return BYTES;
        }
        boolean onlyData = offer.codecs(Use.DATA, Tier.FULL).contains(codec)
                && !offer.codecs(Use.RECORDS, Tier.FULL).contains(codec);
        return onlyData ? "list-integer-10" : RECORD;
    }

    /** Blocks about one subject each, with a few payloads. The least important comes last. */
    private List<Block> topics() {
        List<String> sweeps = of(Use.SWEEPS);
        Table controls = new Table().add(FIXED_ARITHMETIC, Cell.NONE);
        HEADLINE.forEach(benchmark -> controls.again(benchmark, examples(), RECORD));
        return List.of(
                controls.add(List.of(STREAM, ROUND_TRIP), offer.controls(), List.of(BYTES, "bytes-64k"))
                        .add(ECHO_FRAME, BYTES, "bytes-1k", "bytes-64k", "bytes-1m")
                        .add(RING_ONLY, RECORD)
                        .add(BY_HAND_ENCODE, listed(BY_HAND_ENCODE, "codec"), RECORD)
                        .add(BY_HAND_DECODE, listed(BY_HAND_DECODE, "codec"), RECORD)
                        .as("controls"),
                new Table()
                        .add(STREAM, sweeps, RECORD, Map.of(Parameter.WINDOW, "1"))
                        .add(STREAM, sweeps, RECORD, Map.of(Parameter.WINDOW, "16"))
                        .as("window sweep"),
                new Table()
                        .add(STREAM, sweeps, "list-integer-10", "list-integer-100", "list-integer-10000")
                        .as("size sweep"),
                new Table().add(ROUND_TRIP, sweeps, RECORD, MEMORY).as("memory transport"),
                bothAtOnce(),
                new Table().add(SPLIT, examples(), RECORD).as("split"),
                new Table().add(FIRST_REPLY, general(), RECORD).as("first reply"),
                smallPool(),
                remedies());
    }

    /** A few cells of the pool. Small tasks show the cost of the pool, larger ones that of the codec. */
    private Block smallPool() {
        List<String> first = of(Use.SWEEPS).stream().limit(1).toList();
        return new Table()
                .add(POOL, first, NUMBER, pool("1", "default"))
                .add(POOL, together(offer.ownOfJava(), first), RECORD, pool("2", "default"))
                .add(SUBMIT, first, NUMBER)
                .as("pool");
    }

    /** Every number of workers and every chunk, with a small and a larger payload. */
    private Block wholePool() {
        Table pool = new Table();
        for (String payload : List.of(NUMBER, RECORD)) {
            for (String workers : List.of("1", "2", "4")) {
                for (String chunk : List.of("1", "default")) {
                    pool.add(POOL, examples(), payload, pool(workers, chunk));
                }
            }
        }
        List<String> busy = listed(POOL_BUSY, "codec");
        return pool.add(SUBMIT, examples(), NUMBER, RECORD)
                .add(POOL, offer.codecs(Use.FUNCTIONS, Tier.QUICK), LAMBDA, pool("2", "default"))
                .add(POOL_BUSY, busy, Cell.NONE, Map.of(Parameter.WORKERS, "1"))
                .add(POOL_BUSY, busy, Cell.NONE, Map.of(Parameter.WORKERS, "2"))
                .again(POOL, examples(), NUMBER)
                .as("whole pool");
    }

    private static Map<Parameter, String> pool(String workers, String chunk) {
        return Map.of(Parameter.WORKERS, workers, Parameter.CHUNK, chunk);
    }

    /** The remedies, each beside the plain way. */
    private static Block remedies() {
        Table remedies = new Table();
        RemedyBenchmark.PLANNED.forEach(
                variant -> remedies.add(REMEDY, List.of(Cell.NONE), Cell.NONE, Map.of(Parameter.VARIANT, variant)));
        return remedies.as("remedies");
    }

    /** Adds codecs of users' jars with the preset's leading payloads, and their payloads with its leading codecs. */
    private void addOutside(List<Block> blocks, List<Benchmark> measured, List<String> streamed) {
        Table outside = new Table();
        List<String> codecs = offer.outsideCodecs();
        List<String> payloads = offer.outsidePayloads();
        outside.add(measured, codecs, List.of(RECORD));
        outside.add(List.of(STREAM), codecs, streamed);
        outside.add(measured, codecs, payloads);
        // A user's class may hold anything: codecs that carry graphs, and one whose bytes other languages read.
        List<String> graphs = offer.codecs(Use.GRAPHS, Tier.QUICK);
        List<String> readable = of(Use.SWEEPS).stream()
                .filter(codec -> offer.ofBadge(Badge.IDIOMATIC).contains(codec))
                .toList();
        outside.add(measured, together(graphs, readable), payloads);
        Block block = outside.as("users' jars");
        if (!block.cells().isEmpty()) {
            blocks.add(block);
        }
    }

    /**
     * Returns controls for chosen cells: second copies of some cells of each benchmark, the pipe alone, and the machine
     * alone.
     *
     * @param wanted the benchmarks that may be planned
     */
    static Block controls(List<Cell> chosen, Set<String> wanted, Offer offer) {
        Table controls = new Table().add(FIXED_ARITHMETIC, Cell.NONE);
        Map<String, Integer> repeated = new HashMap<>();
        for (Cell cell : chosen) {
            if (!cell.codec().equals(Cell.NONE)
                    && repeated.merge(cell.benchmark(), 1, Integer::sum) <= Resolution.ENOUGH_PAIRS) {
                Benchmark.of(cell)
                        .ifPresent(benchmark -> controls.again(benchmark, List.of(cell.codec()), cell.payload()));
            }
        }
        controls.add(STREAM, offer.controls(), BYTES).add(ECHO_FRAME, BYTES);
        List<Cell> cells = controls.as("controls").cells().stream()
                .filter(cell -> wanted.contains(cell.benchmark()) && !chosen.contains(cell))
                .toList();
        return new Block("controls", cells);
    }

    private List<String> of(Use use) {
        return offer.codecs(use, tier);
    }

    /** Returns examples of the codecs, and Java's own. */
    private List<String> examples() {
        return together(of(Use.SWEEPS), offer.ownOfJava());
    }

    /** Returns the codecs of the first tier that carry both data and records without code for each class. */
    private List<String> general() {
        List<String> records = offer.codecs(Use.RECORDS, Tier.QUICK);
        return offer.codecs(Use.DATA, Tier.QUICK).stream()
                .filter(records::contains)
                .toList();
    }

    /** Returns the values of a parameter that the benchmark lists. */
    private List<String> listed(Benchmark benchmark, String parameter) {
        return benchmarks.has(benchmark.id())
                ? benchmarks.named(benchmark.id()).values().getOrDefault(parameter, List.of())
                : List.of();
    }

    private static List<String> together(List<String> some, List<String> others) {
        return Stream.concat(some.stream(), others.stream()).distinct().toList();
    }
}
