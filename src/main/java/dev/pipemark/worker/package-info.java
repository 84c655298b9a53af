/** Worker processes: their start and end, the protocol, and both sides of a connection. */
@NullMarked
package dev.pipemark.worker;

import org.jspecify.annotations.NullMarked;
