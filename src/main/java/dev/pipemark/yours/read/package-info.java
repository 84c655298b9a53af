/** Values in a user's file: JSON that Jackson binds, or objects that Java's own serialization wrote. */
@NullMarked
package dev.pipemark.yours.read;

import org.jspecify.annotations.NullMarked;
