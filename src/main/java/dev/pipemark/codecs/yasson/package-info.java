/** Yasson, the reference implementation of JSON-B. */
@NullMarked
package dev.pipemark.codecs.yasson;

import org.jspecify.annotations.NullMarked;
