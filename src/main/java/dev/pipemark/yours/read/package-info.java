/** Values that a user has in a file: JSON bound by Jackson, or what Java's own serialization wrote. */
@NullMarked
package dev.pipemark.yours.read;

import org.jspecify.annotations.NullMarked;
