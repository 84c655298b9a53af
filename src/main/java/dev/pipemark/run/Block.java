package dev.pipemark.run;

import dev.pipemark.record.Arms;
import dev.pipemark.record.Cell;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A named part of a plan, which a budget may leave out as a whole. */
public record Block(String name, List<Cell> cells) {
    /** Distinguishes a repeated cell; none of JMH's parameters. */
    static final String ARM = Arms.PARAMETER;

    static final Map<String, String> PIPE = Map.of("transport", "pipe");
    static final Map<String, String> POOL = Map.of("workers", "1", "chunk", "default");
    static final Map<String, String> SUBMIT = Map.of("workers", "1");
    static final Map<String, String> STREAM = Map.of("transport", "pipe", "window", "64");

    public Block {
        cells = List.copyOf(cells);
    }

    /** Collects the cells of a block, each once, in the order in which they are named. */
    static final class Table {
        private final Set<Cell> cells = new LinkedHashSet<>();

        /** Codecs × payloads, ids apart by spaces, for each of the benchmarks with its headline parameters. */
        Table add(String benchmarks, String codecs, String payloads) {
            for (String payload : payloads.split(" ")) {
                for (String benchmark : benchmarks.split(" ")) {
                    for (String codec : codecs.split(" ")) {
                        cells.add(Cell.of(benchmark, codec, payload, headline(benchmark)));
                    }
                }
            }
            return this;
        }

        /** One cell with other parameters than the headline's. */
        Table add(String benchmark, String codecs, String payload, Map<String, String> parameters) {
            for (String codec : codecs.split(" ")) {
                cells.add(Cell.of(benchmark, codec, payload, parameters));
            }
            return this;
        }

        /** The same cell a second time: whatever such a pair differs by is noise. */
        Table again(String benchmark, String codecs, String payload) {
            Map<String, String> parameters = new HashMap<>(headline(benchmark));
            parameters.put(ARM, "2");
            return add(benchmark, codecs, payload, parameters);
        }

        Block as(String name) {
            return new Block(name, new ArrayList<>(cells));
        }
    }

    /** The parameters of a benchmark that go without saying. */
    static Map<String, String> headline(String benchmark) {
        return switch (benchmark) {
            case "stream" -> STREAM;
            case "pool" -> POOL;
            case "submit" -> SUBMIT;
            case "roundTrip", "split", "echoFrame" -> PIPE;
            default -> Map.of();
        };
    }
}
