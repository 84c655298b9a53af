/** Two runs, or two JMH files, held against each other. */
@NullMarked
package dev.pipemark.compare;

import org.jspecify.annotations.NullMarked;
