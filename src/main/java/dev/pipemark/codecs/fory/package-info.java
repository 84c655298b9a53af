/** Apache Fory: its binary format and its JSON. */
@NullMarked
package dev.pipemark.codecs.fory;

import org.jspecify.annotations.NullMarked;
