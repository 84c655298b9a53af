/** Values of classes that are a user's own: made by Instancio from seeds, or read from a file. */
@NullMarked
package dev.pipemark.yours;

import org.jspecify.annotations.NullMarked;
