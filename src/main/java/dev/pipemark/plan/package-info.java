/** Presets, cells, rounds, the journal and the runner: which cell runs when, and what is already done. */
@NullMarked
package dev.pipemark.plan;

import org.jspecify.annotations.NullMarked;
