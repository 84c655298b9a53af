/** Apache Fory. */
@NullMarked
package dev.pipemark.codecs.fory;

import org.jspecify.annotations.NullMarked;
