/** Values of a user's own classes: Instancio makes them from seeds, or a file has them. */
@NullMarked
package dev.pipemark.yours;

import org.jspecify.annotations.NullMarked;
