package dev.pipemark.run;

import dev.pipemark.record.Benchmark;
import dev.pipemark.record.Cell;
import dev.pipemark.record.Parameter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A named part of a plan. A budget may leave it out as a whole. */
public record Block(String name, List<Cell> cells) {
    public Block {
        cells = List.copyOf(cells);
    }

    /** Collects the cells of a block, each once, in the order in which they are added. */
    static final class Table {
        private final Set<Cell> cells = new LinkedHashSet<>();

        /** Adds each codec with each payload, for each of the benchmarks with its headline parameters. */
        Table add(List<Benchmark> benchmarks, List<String> codecs, List<String> payloads) {
            for (String payload : payloads) {
                for (Benchmark benchmark : benchmarks) {
                    add(benchmark, codecs, payload, Map.of());
                }
            }
            return this;
        }

        Table add(Benchmark benchmark, List<String> codecs, String... payloads) {
            return add(List.of(benchmark), codecs, List.of(payloads));
        }

        /** Adds one cell for each codec, with parameters that differ from the headline's. */
        Table add(Benchmark benchmark, List<String> codecs, String payload, Map<Parameter, String> parameters) {
            for (String codec : codecs) {
                cells.add(benchmark.cell(codec, payload, parameters));
            }
            return this;
        }

        /** Adds a control without codec. */
        Table add(Benchmark benchmark, String... payloads) {
            for (String payload : payloads) {
                cells.add(benchmark.cell(Cell.NONE, payload));
            }
            return this;
        }

        /** Adds second copies of cells. The difference of two copies is noise. */
        Table again(Benchmark benchmark, List<String> codecs, String payload) {
            return add(benchmark, codecs, payload, Map.of(Parameter.COPY, "2"));
        }

        Block as(String name) {
            return new Block(name, new ArrayList<>(cells));
        }
    }
}
