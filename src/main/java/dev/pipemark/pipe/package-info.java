/** Frames over a pair of streams, or in memory: knows bytes only. */
@NullMarked
package dev.pipemark.pipe;

import org.jspecify.annotations.NullMarked;
