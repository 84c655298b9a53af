package dev.pipemark.codecs;

import dev.pipemark.api.Shape;
import java.util.function.BiPredicate;

/**
 * A value with its shape.
 *
 * @param plain whether it is made of null, booleans, numbers that MessagePack has, strings, bytes, instants and containers
 * @param cyclic whether only a codec that tracks references can carry it
 */
record Sample<T>(String name, Shape<T> shape, T value, BiPredicate<T, Object> same, boolean plain, boolean cyclic) {
    static <T> Sample<T> plain(String name, Shape<T> shape, T value) {
        return new Sample<>(name, shape, value, Object::equals, true, false);
    }

    static <T> Sample<T> ofClasses(String name, Shape<T> shape, T value) {
        return new Sample<>(name, shape, value, Object::equals, false, false);
    }

    @Override
    public String toString() {
        return name;
    }
}
