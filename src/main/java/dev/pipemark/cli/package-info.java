/** The commands. This is the only room that prints. */
@NullMarked
package dev.pipemark.cli;

import org.jspecify.annotations.NullMarked;
