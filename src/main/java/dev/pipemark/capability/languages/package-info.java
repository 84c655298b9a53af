/** Tries which values travel to programs in other languages and back. */
@NullMarked
package dev.pipemark.capability.languages;

import org.jspecify.annotations.NullMarked;
