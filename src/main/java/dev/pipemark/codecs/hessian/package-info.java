/** Hessian. */
@NullMarked
package dev.pipemark.codecs.hessian;

import org.jspecify.annotations.NullMarked;
