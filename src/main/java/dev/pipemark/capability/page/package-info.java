/** The pages of the matrix: which values arrive with which codec. */
@NullMarked
package dev.pipemark.capability.page;

import org.jspecify.annotations.NullMarked;
