/** Tests of the packaged suite. */
@NullMarked
package dev.pipemark;

import org.jspecify.annotations.NullMarked;
