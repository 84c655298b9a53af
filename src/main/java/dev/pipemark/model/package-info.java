/** The classes whose objects are sent. They are plain Java and carry no annotation of a serializer library. */
@NullMarked
package dev.pipemark.model;

import org.jspecify.annotations.NullMarked;
