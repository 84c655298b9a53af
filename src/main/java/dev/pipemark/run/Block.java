package dev.pipemark.run;

import dev.pipemark.record.Benchmark;
import dev.pipemark.record.Cell;
import dev.pipemark.record.Parameter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A named part of a plan, which a budget may leave out as a whole. */
public record Block(String name, List<Cell> cells) {
    public Block {
        cells = List.copyOf(cells);
    }

    /** Collects the cells of a block, each once, in the order in which they are named. */
    static final class Table {
        private final Set<Cell> cells = new LinkedHashSet<>();

        /** Codecs × payloads, ids apart by spaces, for each of the benchmarks with its headline parameters. */
        Table add(List<Benchmark> benchmarks, String codecs, String payloads) {
            for (String payload : payloads.split(" ")) {
                for (Benchmark benchmark : benchmarks) {
                    add(benchmark, codecs, payload, Map.of());
                }
            }
            return this;
        }

        Table add(Benchmark benchmark, String codecs, String payloads) {
            return add(List.of(benchmark), codecs, payloads);
        }

        /** One cell for each codec, with parameters that differ from the headline's. */
        Table add(Benchmark benchmark, String codecs, String payload, Map<Parameter, String> parameters) {
            for (String codec : codecs.split(" ")) {
                cells.add(benchmark.cell(codec, payload, parameters));
            }
            return this;
        }

        /** The same cell a second time: whatever such a pair differs by is noise. */
        Table again(Benchmark benchmark, String codecs, String payload) {
            return add(benchmark, codecs, payload, Map.of(Parameter.ARM, "2"));
        }

        Block as(String name) {
            return new Block(name, new ArrayList<>(cells));
        }
    }
}
