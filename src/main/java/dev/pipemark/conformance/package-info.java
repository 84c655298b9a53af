/** Tests whether an executable keeps to the protocol of workers in other languages. */
@NullMarked
package dev.pipemark.conformance;

import org.jspecify.annotations.NullMarked;
