/** Eclipse Serializer. */
@NullMarked
package dev.pipemark.codecs.eclipse;

import org.jspecify.annotations.NullMarked;
