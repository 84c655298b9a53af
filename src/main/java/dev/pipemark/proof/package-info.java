/**
 * Measures how reliable verdicts are on a machine: how often they call equal codecs different, and how small a difference
 * they find.
 */
@NullMarked
package dev.pipemark.proof;

import org.jspecify.annotations.NullMarked;
