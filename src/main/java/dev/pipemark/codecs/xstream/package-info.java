/** XStream: objects as XML. */
@NullMarked
package dev.pipemark.codecs.xstream;

import org.jspecify.annotations.NullMarked;
