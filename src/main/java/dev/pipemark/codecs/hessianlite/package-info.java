/** Hessian-lite, the Hessian of Apache Dubbo. */
@NullMarked
package dev.pipemark.codecs.hessianlite;

import org.jspecify.annotations.NullMarked;
