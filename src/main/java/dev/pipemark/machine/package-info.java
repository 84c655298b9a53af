/** The facts about this computer, and the placement of processes on it. */
@NullMarked
package dev.pipemark.machine;

import org.jspecify.annotations.NullMarked;
