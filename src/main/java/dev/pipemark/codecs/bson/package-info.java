/** BSON, the format of MongoDB's documents. */
@NullMarked
package dev.pipemark.codecs.bson;

import org.jspecify.annotations.NullMarked;
