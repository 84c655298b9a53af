/** Finds out what can be sent: every value with every codec, always across a process boundary. */
@NullMarked
package dev.pipemark.capability;

import org.jspecify.annotations.NullMarked;
