/** Computes verdicts from numbers: fits, pooling, intervals, power and drift. This room does not know what was measured. */
@NullMarked
package dev.pipemark.stats;

import org.jspecify.annotations.NullMarked;
