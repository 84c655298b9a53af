/** Moshi. */
@NullMarked
package dev.pipemark.codecs.moshi;

import org.jspecify.annotations.NullMarked;
