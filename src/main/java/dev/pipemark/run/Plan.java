package dev.pipemark.run;

import dev.pipemark.record.Cell;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The plan of a run.
 *
 * @param name the preset's name, or {@code custom}
 * @param notes the parts that were left out and the reasons, one line each
 */
public record Plan(String name, int rounds, Timing timing, List<Block> blocks, List<String> notes) {
    public Plan {
        blocks = List.copyOf(blocks);
        notes = List.copyOf(notes);
    }

    /** Returns every cell once, in the order of the blocks. */
    public List<Cell> cells() {
        Set<Cell> cells = new LinkedHashSet<>();
        blocks.forEach(block -> cells.addAll(block.cells()));
        return List.copyOf(cells);
    }
}
