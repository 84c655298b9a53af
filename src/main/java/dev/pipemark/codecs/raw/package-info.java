/** The control: bytes that are only copied. */
@NullMarked
package dev.pipemark.codecs.raw;

import org.jspecify.annotations.NullMarked;
