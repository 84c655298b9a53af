/** Benchmarks that call a library by hand, to show what the suite itself costs. */
@NullMarked
package dev.pipemark.bench.control;

import org.jspecify.annotations.NullMarked;
