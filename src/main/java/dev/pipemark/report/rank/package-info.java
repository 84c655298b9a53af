/** The answers of a run as data: scores, rankings and standings. */
@NullMarked
package dev.pipemark.report.rank;

import org.jspecify.annotations.NullMarked;
