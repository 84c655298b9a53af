/** A run in, files out. */
@NullMarked
package dev.pipemark.report;

import org.jspecify.annotations.NullMarked;
