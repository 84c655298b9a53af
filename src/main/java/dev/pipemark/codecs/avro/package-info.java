/** Apache Avro. */
@NullMarked
package dev.pipemark.codecs.avro;

import org.jspecify.annotations.NullMarked;
