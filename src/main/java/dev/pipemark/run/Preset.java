package dev.pipemark.run;

import dev.pipemark.record.Cell;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A plan with a name: a table of cells.
 *
 * @param rounds forks of each cell
 * @param blocks the first is what the preset is for; a budget leaves out the last one first
 */
public record Preset(String name, int rounds, Timing timing, List<Block> blocks) {
    public Preset {
        blocks = List.copyOf(blocks);
    }

    /** Every cell once, in declared order. */
    public List<Cell> cells() {
        Set<Cell> cells = new LinkedHashSet<>();
        blocks.forEach(block -> cells.addAll(block.cells()));
        return List.copyOf(cells);
    }
}
