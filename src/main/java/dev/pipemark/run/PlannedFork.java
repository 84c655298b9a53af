package dev.pipemark.run;

import dev.pipemark.record.Cell;

/** A fork of a plan. */
public record PlannedFork(Cell cell, int round) {}
