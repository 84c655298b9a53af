/** A run: its plan, its execution, and its time. */
@NullMarked
package dev.pipemark.run;

import org.jspecify.annotations.NullMarked;
