/** Compression of the messages of any codec. */
@NullMarked
package dev.pipemark.codecs.compressed;

import org.jspecify.annotations.NullMarked;
