package dev.pipemark.run;

import dev.pipemark.record.Cell;

/** One fork to run. */
public record PlannedFork(Cell cell, int round) {}
