/** Numbers in, verdicts out: fits, pooling, intervals, power and drift. It knows no cell. */
@NullMarked
package dev.pipemark.stats;

import org.jspecify.annotations.NullMarked;
