/** The JMH classes: they name no codec, the codec is a parameter. */
@NullMarked
package dev.pipemark.bench;

import org.jspecify.annotations.NullMarked;
