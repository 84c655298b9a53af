package dev.pipemark.run;

import dev.pipemark.record.Cell;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a run is going to do.
 *
 * @param name the preset's name, or {@code custom}
 * @param notes what was left out and why, one line each
 */
public record Plan(String name, int rounds, Timing timing, List<Block> blocks, List<String> notes) {
    public Plan {
        blocks = List.copyOf(blocks);
        notes = List.copyOf(notes);
    }

    /** Every cell once, in declared order. */
    public List<Cell> cells() {
        Set<Cell> cells = new LinkedHashSet<>();
        blocks.forEach(block -> cells.addAll(block.cells()));
        return List.copyOf(cells);
    }
}
