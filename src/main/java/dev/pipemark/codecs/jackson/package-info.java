/** Jackson 2 and 3 in several formats. */
@NullMarked
package dev.pipemark.codecs.jackson;

import org.jspecify.annotations.NullMarked;
