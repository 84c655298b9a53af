/** Standings as data: scores, rankings and what follows from them. Nothing here is a page. */
@NullMarked
package dev.pipemark.report.rank;

import org.jspecify.annotations.NullMarked;
