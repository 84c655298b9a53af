/** What arrives, and how: always across a real process boundary. */
@NullMarked
package dev.pipemark.probe;

import org.jspecify.annotations.NullMarked;
