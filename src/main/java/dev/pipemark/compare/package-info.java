/** The comparison of two runs or two JMH files. */
@NullMarked
package dev.pipemark.compare;

import org.jspecify.annotations.NullMarked;
