/** Rows, outcomes, environment and statistics: plain data, arithmetic and their JSON. */
@NullMarked
package dev.pipemark.result;

import org.jspecify.annotations.NullMarked;
