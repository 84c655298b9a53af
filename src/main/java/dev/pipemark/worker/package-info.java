/** Worker processes: starting and ending them, the protocol, one call. */
@NullMarked
package dev.pipemark.worker;

import org.jspecify.annotations.NullMarked;
