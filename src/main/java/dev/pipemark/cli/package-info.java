/** The commands, and the only place that prints. */
@NullMarked
package dev.pipemark.cli;

import org.jspecify.annotations.NullMarked;
