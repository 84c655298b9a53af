/** Jackson 2 and 3, in every format they write. */
@NullMarked
package dev.pipemark.codecs.jackson;

import org.jspecify.annotations.NullMarked;
