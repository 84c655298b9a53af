/** The JMH classes. They name no codec: the codec is a parameter. */
@NullMarked
package dev.pipemark.bench;

import org.jspecify.annotations.NullMarked;
