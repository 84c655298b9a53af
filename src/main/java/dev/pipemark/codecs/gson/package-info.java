/** Gson. */
@NullMarked
package dev.pipemark.codecs.gson;

import org.jspecify.annotations.NullMarked;
