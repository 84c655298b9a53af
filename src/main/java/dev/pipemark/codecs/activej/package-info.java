/** ActiveJ Serializer. */
@NullMarked
package dev.pipemark.codecs.activej;

import org.jspecify.annotations.NullMarked;
