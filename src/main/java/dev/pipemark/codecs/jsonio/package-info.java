/** json-io. */
@NullMarked
package dev.pipemark.codecs.jsonio;

import org.jspecify.annotations.NullMarked;
