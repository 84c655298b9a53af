/** Protocol Buffers. */
@NullMarked
package dev.pipemark.codecs.protobuf;

import org.jspecify.annotations.NullMarked;
