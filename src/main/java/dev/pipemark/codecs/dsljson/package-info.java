/** DSL-JSON. */
@NullMarked
package dev.pipemark.codecs.dsljson;

import org.jspecify.annotations.NullMarked;
