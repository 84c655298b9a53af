/**
 * The list of the suite's codecs. Each codec is one final class. If a library has several formats, one class may serve
 * all of them.
 */
@NullMarked
package dev.pipemark.codecs;

import org.jspecify.annotations.NullMarked;
