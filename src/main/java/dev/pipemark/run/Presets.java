package dev.pipemark.run;

import dev.pipemark.record.Benchmark;
import dev.pipemark.record.Cell;
import dev.pipemark.record.Parameter;
import dev.pipemark.record.Resolution;
import dev.pipemark.run.Block.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The presets: which cells are worth the time they take. */
public final class Presets {
    /** In the order of their length. */
    public static final List<String> NAMES = List.of("quick", "standard", "full");
    /** Not for numbers: everything once, as briefly as can be. */
    static final String SMOKE = "smoke";

    /** Benchmarks of which the verdicts need pairs of equal cells. */
    private static final String REPEATED = "kryo-registered jackson-json java";

    private Presets() {}

    /** Whether a preset's sizes and capabilities are those of all pairs there are, not only of the timed ones. */
    public static boolean triesEveryPair(String preset) {
        return preset.equals("standard") || preset.equals("full");
    }

    /**
     * @throws IllegalArgumentException when there is none of this name
     */
    public static Preset named(String name, Offer offer) {
        return switch (name) {
            case "quick" -> quick(offer);
            case "standard" -> standard(offer);
            case "full" -> full(offer);
            case SMOKE -> smoke(offer);
            default -> throw new IllegalArgumentException("there is no preset '" + name + "'; there are " + NAMES);
        };
    }

    /** One round in less than five minutes: every family, every library, and the controls. */
    private static Preset quick(Offer offer) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Table()
                .add(
                        Benchmark.HEADLINE,
                        "java kryo-registered msgpack-handwritten jackson-json fory protobuf",
                        "media-content")
                .add(Benchmark.STREAM, "java kryo-registered msgpack jackson-json fory", "list-integer-1000")
                .add(Benchmark.STREAM, "java kryo-registered msgpack jackson-json fory", "string-ascii")
                .add(Benchmark.STREAM, "java kryo-graph fory-graph", "lambda-capturing")
                .add(Benchmark.STREAM, "kryo-registered jackson-json", "named")
                .add(Benchmark.STREAM, "kryo-registered jackson-json", "order")
                .as("families"));
        addOutside(blocks, offer);
        blocks.add(new Table()
                .add(Benchmark.FIXED_ARITHMETIC, Cell.NONE, Cell.NONE)
                .add(Benchmark.STREAM, "raw", "bytes-64")
                .add(Benchmark.ECHO_FRAME, Cell.NONE, "bytes-64")
                .again(Benchmark.STREAM, "kryo-registered", "media-content")
                .again(Benchmark.ROUND_TRIP, "kryo-registered", "media-content")
                .again(Benchmark.ENCODE, "jackson-json", "media-content")
                .add(Benchmark.RING_ONLY, Cell.NONE, "media-content")
                .add(Benchmark.BY_HAND_ENCODE, "kryo-registered", "media-content")
                .add(Benchmark.ROUND_TRIP, "kryo-registered", "media-content", Map.of(Parameter.TRANSPORT, "memory"))
                .as("controls"));
        blocks.add(new Table()
                .add(Benchmark.POOL, "kryo-registered jackson-json", "media-content", pool("2", "default"))
                .as("pool"));
        return new Preset("quick", 1, Timing.SHORT, blocks);
    }

    /** Five rounds in somewhat more than an hour: what a choice may rest on. */
    private static Preset standard(Offer offer) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Table()
                .add(
                        Benchmark.HEADLINE,
                        "java java-handwritten kryo-registered kryo-graph msgpack-handwritten jackson-msgpack"
                                + " jackson-json jackson-cbor jackson-smile fory protobuf",
                        "media-content")
                .add(Benchmark.STREAM, "java kryo-registered msgpack jackson-json fory", "list-integer-1000")
                .add(Benchmark.STREAM, "java kryo-registered msgpack jackson-json fory", "map-string-integer-1000")
                .add(Benchmark.STREAM, "java kryo-registered msgpack jackson-json fory", "string-ascii")
                .add(Benchmark.STREAM, "java kryo-registered msgpack jackson-json fory", "string-unicode")
                .add(List.of(Benchmark.STREAM, Benchmark.ROUND_TRIP), "java kryo-graph fory-graph", "lambda-capturing")
                .add(Benchmark.STREAM, "java kryo-graph fory-graph", "task-class")
                .add(Benchmark.STREAM, "java kryo-registered jackson-json", "named")
                .add(Benchmark.STREAM, "java kryo-registered jackson-json fory protobuf msgpack-handwritten", "order")
                .add(Benchmark.STREAM, "java kryo-graph jackson-json-poly fory-graph", "events")
                .add(Benchmark.STREAM, "java kryo-graph fory-graph", "graph")
                .as("families"));
        addOutside(blocks, offer);
        blocks.addAll(named());
        return new Preset("standard", 5, Timing.FULL, blocks);
    }

    /** Every pair there is; those that do not travel are found before anything is timed, and drop out. */
    private static Preset full(Offer offer) {
        List<Block> blocks = new ArrayList<>();
        String codecs = String.join(" ", offer.codecIds());
        Table all = new Table();
        if (!codecs.isEmpty()) {
            offer.payloadIds().forEach(payload -> all.add(Benchmark.HEADLINE, codecs, payload));
        }
        blocks.add(all.as("families"));
        blocks.addAll(named());
        blocks.add(wholePool());
        return new Preset("full", 5, Timing.FULL, blocks);
    }

    /** The quick plan, and every codec and every payload at least once. */
    private static Preset smoke(Offer offer) {
        List<Block> blocks = new ArrayList<>(quick(offer).blocks());
        Table each = new Table();
        for (String codec : offer.codecIds()) {
            each.add(
                    Benchmark.STREAM,
                    codec,
                    switch (codec) {
                        case "raw" -> "bytes-64";
                        case "msgpack" -> "list-integer-10";
                        default -> "media-content";
                    });
        }
        offer.payloadIds().forEach(payload -> each.add(Benchmark.ROUND_TRIP, "java", payload));
        each.add(
                List.of(Benchmark.SPLIT, Benchmark.FIRST_REPLY, Benchmark.POOL, Benchmark.SUBMIT),
                "java",
                "media-content");
        blocks.add(each.as("one of each"));
        return new Preset(SMOKE, 1, Timing.NONE, blocks);
    }

    /** The named blocks, each on a few payloads; what is dispensable comes last. */
    private static List<Block> named() {
        return List.of(
                new Table()
                        .add(Benchmark.FIXED_ARITHMETIC, Cell.NONE, Cell.NONE)
                        .again(Benchmark.STREAM, REPEATED, "media-content")
                        .again(Benchmark.ROUND_TRIP, REPEATED, "media-content")
                        .again(Benchmark.ENCODE, REPEATED, "media-content")
                        .again(Benchmark.DECODE, REPEATED, "media-content")
                        .add(List.of(Benchmark.STREAM, Benchmark.ROUND_TRIP), "raw", "bytes-64 bytes-64k")
                        .add(Benchmark.ECHO_FRAME, Cell.NONE, "bytes-64 bytes-1k bytes-64k bytes-1m")
                        .add(Benchmark.RING_ONLY, Cell.NONE, "media-content")
                        .add(
                                List.of(Benchmark.BY_HAND_ENCODE, Benchmark.BY_HAND_DECODE),
                                "kryo-registered jackson-json fory",
                                "media-content")
                        .as("controls"),
                new Table()
                        .add(Benchmark.STREAM, "kryo-registered jackson-json", "media-content", window("1"))
                        .add(Benchmark.STREAM, "kryo-registered jackson-json", "media-content", window("16"))
                        .as("window sweep"),
                new Table()
                        .add(
                                Benchmark.STREAM,
                                "kryo-registered jackson-json",
                                "list-integer-10 list-integer-100 list-integer-10000")
                        .as("size sweep"),
                new Table()
                        .add(
                                Benchmark.ROUND_TRIP,
                                "kryo-registered jackson-json",
                                "media-content",
                                Map.of(Parameter.TRANSPORT, "memory"))
                        .as("memory transport"),
                new Table()
                        .add(Benchmark.SPLIT, "kryo-registered jackson-json java", "media-content")
                        .as("split"),
                new Table()
                        .add(Benchmark.FIRST_REPLY, "kryo-registered jackson-json java fory", "media-content")
                        .as("first reply"),
                pool(),
                remedies());
    }

    /** Small tasks show the pool, larger ones the codec. */
    private static Block pool() {
        return new Table()
                .add(Benchmark.POOL, "kryo-registered", "long", pool("1", "default"))
                .add(Benchmark.POOL, "java kryo-registered", "media-content", pool("2", "default"))
                .add(Benchmark.SUBMIT, "kryo-registered", "long")
                .as("pool");
    }

    /** Every number of workers and chunk, on a small and a larger payload. */
    private static Block wholePool() {
        Table pool = new Table();
        String codecs = "java kryo-registered jackson-json";
        for (String payload : List.of("long", "media-content")) {
            for (String workers : List.of("1", "2", "4")) {
                for (String chunk : List.of("1", "default")) {
                    pool.add(Benchmark.POOL, codecs, payload, pool(workers, chunk));
                }
            }
        }
        return pool.add(Benchmark.SUBMIT, codecs, "long media-content")
                .add(Benchmark.POOL, "java kryo-graph", "lambda-capturing", pool("2", "default"))
                .add(Benchmark.POOL_BUSY, "kryo-registered", Cell.NONE, Map.of(Parameter.WORKERS, "1"))
                .add(Benchmark.POOL_BUSY, "kryo-registered", Cell.NONE, Map.of(Parameter.WORKERS, "2"))
                .again(Benchmark.POOL, REPEATED, "long")
                .as("whole pool");
    }

    private static Map<Parameter, String> pool(String workers, String chunk) {
        return Map.of(Parameter.WORKERS, workers, Parameter.CHUNK, chunk);
    }

    /** For each remedy the plain way beside it. */
    private static Block remedies() {
        Table remedies = new Table();
        for (String variant : List.of(
                "stronger-codec/serializable-java",
                "stronger-codec/not-serializable-kryo-graph",
                "leave-out/plain-java",
                "leave-out/read-object-java",
                "leave-out/write-replace-java",
                "name-not-function/function-java",
                "name-not-function/name-java")) {
            remedies.add(Benchmark.REMEDY, Cell.NONE, Cell.NONE, Map.of(Parameter.VARIANT, variant));
        }
        return remedies.as("remedies");
    }

    /** Codecs of users' jars for the preset's leading payloads, and their payloads for its leading codecs. */
    private static void addOutside(List<Block> blocks, Offer offer) {
        Table outside = new Table();
        for (String codec : offer.outsideCodecs()) {
            outside.add(Benchmark.HEADLINE, codec, "media-content");
            outside.add(Benchmark.STREAM, codec, "string-ascii list-integer-1000 lambda-capturing");
            offer.outsidePayloads().forEach(payload -> outside.add(Benchmark.HEADLINE, codec, payload));
        }
        for (String payload : offer.outsidePayloads()) {
            outside.add(Benchmark.HEADLINE, "java kryo-graph jackson-json fory-graph", payload);
        }
        Block block = outside.as("users' jars");
        if (!block.cells().isEmpty()) {
            blocks.add(block);
        }
    }

    /**
     * What tells how far the numbers of chosen cells can be trusted: for each benchmark some of them a second time, the
     * pipe alone, and the machine alone.
     *
     * @param wanted benchmarks that may be planned
     */
    static Block controls(List<Cell> chosen, Set<String> wanted) {
        Table controls = new Table().add(Benchmark.FIXED_ARITHMETIC, Cell.NONE, Cell.NONE);
        Map<String, Integer> repeated = new HashMap<>();
        for (Cell cell : chosen) {
            if (!cell.codec().equals(Cell.NONE)
                    && repeated.merge(cell.benchmark(), 1, Integer::sum) <= Resolution.ENOUGH_PAIRS) {
                Benchmark.of(cell).ifPresent(benchmark -> controls.again(benchmark, cell.codec(), cell.payload()));
            }
        }
        controls.add(Benchmark.STREAM, "raw", "bytes-64").add(Benchmark.ECHO_FRAME, Cell.NONE, "bytes-64");
        List<Cell> cells = controls.as("controls").cells().stream()
                .filter(cell -> wanted.contains(cell.benchmark()) && !chosen.contains(cell))
                .toList();
        return new Block("controls", cells);
    }

    private static Map<Parameter, String> window(String window) {
        return Map.of(Parameter.WINDOW, window);
    }
}
