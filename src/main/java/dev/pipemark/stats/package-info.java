/** Numbers in, verdicts out: fits, pooling, intervals, power and drift. It does not use cells. */
@NullMarked
package dev.pipemark.stats;

import org.jspecify.annotations.NullMarked;
