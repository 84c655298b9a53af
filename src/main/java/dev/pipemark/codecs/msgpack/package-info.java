/** MessagePack by msgpack-java, over fields and by code written for every class. */
@NullMarked
package dev.pipemark.codecs.msgpack;

import org.jspecify.annotations.NullMarked;
