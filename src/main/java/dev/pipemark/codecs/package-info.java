/**
 * The list of the suite's codecs. Each codec is one final class, or one per library if several formats share one file.
 */
@NullMarked
package dev.pipemark.codecs;

import org.jspecify.annotations.NullMarked;
