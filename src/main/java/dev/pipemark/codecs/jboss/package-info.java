/** JBoss Marshalling. */
@NullMarked
package dev.pipemark.codecs.jboss;

import org.jspecify.annotations.NullMarked;
