/** What this computer is, and where processes run on it. */
@NullMarked
package dev.pipemark.machine;

import org.jspecify.annotations.NullMarked;
