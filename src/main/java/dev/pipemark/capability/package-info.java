/** What travels: every value and every codec, always across a process boundary. */
@NullMarked
package dev.pipemark.capability;

import org.jspecify.annotations.NullMarked;
