package dev.pipemark.run;

import dev.pipemark.record.Cell;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A plan with a name.
 *
 * @param rounds the number of forks of each cell
 * @param blocks the blocks of cells, the most important first; a budget leaves out the last one first
 */
public record Preset(String name, int rounds, Timing timing, List<Block> blocks) {
    public Preset {
        blocks = List.copyOf(blocks);
    }

    /** Returns every cell once, in the order of the blocks. */
    public List<Cell> cells() {
        Set<Cell> cells = new LinkedHashSet<>();
        blocks.forEach(block -> cells.addAll(block.cells()));
        return List.copyOf(cells);
    }
}
