/** Frames over a pair of streams, or in memory. This room handles bytes only. */
@NullMarked
package dev.pipemark.wire;

import org.jspecify.annotations.NullMarked;
