/** All that the author of a codec or payload needs: shapes, coders, frames and the provider interfaces. */
@NullMarked
package dev.pipemark.api;

import org.jspecify.annotations.NullMarked;
