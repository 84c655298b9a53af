/** MessagePack by msgpack-java: for plain data, and with code written for each class. */
@NullMarked
package dev.pipemark.codecs.msgpack;

import org.jspecify.annotations.NullMarked;
