/** Kryo. */
@NullMarked
package dev.pipemark.codecs.kryo;

import org.jspecify.annotations.NullMarked;
