/** FlatBuffers. */
@NullMarked
package dev.pipemark.codecs.flatbuffers;

import org.jspecify.annotations.NullMarked;
