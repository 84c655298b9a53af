/** The classes that get shipped: plain Java, with no annotation of any library. */
@NullMarked
package dev.pipemark.model;

import org.jspecify.annotations.NullMarked;
