/** The pages of the matrix: what travels with which codec. */
@NullMarked
package dev.pipemark.capability.page;

import org.jspecify.annotations.NullMarked;
