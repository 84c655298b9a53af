/** Parts that codecs of several libraries use. */
@NullMarked
package dev.pipemark.codecs.shared;

import org.jspecify.annotations.NullMarked;
