/** Runnable remedies for values that cannot be sent. Each shows the mistake beside the solution. */
@NullMarked
package dev.pipemark.remedies;

import org.jspecify.annotations.NullMarked;
