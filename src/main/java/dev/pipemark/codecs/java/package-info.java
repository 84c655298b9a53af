/** Java's own serialization, and code written for each class. */
@NullMarked
package dev.pipemark.codecs.java;

import org.jspecify.annotations.NullMarked;
