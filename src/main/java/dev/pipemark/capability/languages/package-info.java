/** Finds out what programs in other languages see of a value, and what they send back. */
@NullMarked
package dev.pipemark.capability.languages;

import org.jspecify.annotations.NullMarked;
