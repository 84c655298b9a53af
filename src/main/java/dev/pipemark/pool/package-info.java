/** A pool of worker processes: tasks, results, failures and replacements. It is usable without the rest of the suite. */
@NullMarked
package dev.pipemark.pool;

import org.jspecify.annotations.NullMarked;
