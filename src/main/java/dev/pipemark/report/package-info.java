/** Writes the files of a report from a recorded run. */
@NullMarked
package dev.pipemark.report;

import org.jspecify.annotations.NullMarked;
