/** One final class per codec, or per library where its variants share one file. */
@NullMarked
package dev.pipemark.codecs;

import org.jspecify.annotations.NullMarked;
