/** Protostuff. */
@NullMarked
package dev.pipemark.codecs.protostuff;

import org.jspecify.annotations.NullMarked;
