/** The pages of the matrices: which values arrive with which codec, and what other languages see. */
@NullMarked
package dev.pipemark.capability.page;

import org.jspecify.annotations.NullMarked;
