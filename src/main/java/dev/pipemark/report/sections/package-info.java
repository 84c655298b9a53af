/** The sections of a run's report. Each class answers one question. */
@NullMarked
package dev.pipemark.report.sections;

import org.jspecify.annotations.NullMarked;
