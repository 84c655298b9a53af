/** A run: what is planned, how it is carried out, what it costs. */
@NullMarked
package dev.pipemark.run;

import org.jspecify.annotations.NullMarked;
