/** Benchmarks that call a library by hand, to show the cost of the suite itself. */
@NullMarked
package dev.pipemark.bench.control;

import org.jspecify.annotations.NullMarked;
