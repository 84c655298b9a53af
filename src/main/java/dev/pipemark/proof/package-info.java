/**
 * The quality of verdicts on a machine: the equal codecs that they call different, and the differences that they find.
 */
@NullMarked
package dev.pipemark.proof;

import org.jspecify.annotations.NullMarked;
