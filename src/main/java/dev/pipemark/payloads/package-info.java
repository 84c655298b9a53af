/** Seeded values of the model and of the JDK, one class per family. */
@NullMarked
package dev.pipemark.payloads;

import org.jspecify.annotations.NullMarked;
