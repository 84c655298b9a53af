/** The control: bytes that are copied and nothing else. */
@NullMarked
package dev.pipemark.codecs.raw;

import org.jspecify.annotations.NullMarked;
