/** Apache Thrift. */
@NullMarked
package dev.pipemark.codecs.thrift;

import org.jspecify.annotations.NullMarked;
