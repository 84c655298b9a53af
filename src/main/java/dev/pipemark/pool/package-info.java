/**
 * A pool of worker processes: tasks, results, failures and replacements. It can be used without the rest of the suite.
 */
@NullMarked
package dev.pipemark.pool;

import org.jspecify.annotations.NullMarked;
