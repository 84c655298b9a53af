/** Finds codecs and payloads through {@link java.util.ServiceLoader}. */
@NullMarked
package dev.pipemark.catalog;

import org.jspecify.annotations.NullMarked;
