/**
 * Wire, Square's implementation of Protocol Buffers. The build generates the package {@code schema} from {@code
 * src/main/proto/pipemark.proto}, which the codec {@code protobuf} uses as well.
 */
@NullMarked
package dev.pipemark.codecs.wire;

import org.jspecify.annotations.NullMarked;
