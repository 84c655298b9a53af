package dev.pipemark.payloads;

import dev.pipemark.api.Family;
import dev.pipemark.api.Payload;
import dev.pipemark.api.Shape;
import java.util.Objects;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * A payload of plain data: it is sent, and comes back as it is.
 *
 * @param generator makes the value of a seed
 * @param equality of a value sent and one that arrived
 */
record Data<T>(String id, Family family, Shape<T> shape, LongFunction<T> generator, BiPredicate<T, Object> equality)
        implements Payload<T> {
    /**
     * Data that is the same when it is equal; arrays when they are of one class and equal all the way down.
     *
     * @param generator makes the value of a seed from the random numbers that follow from it
     */
    static <T> Data<T> of(Family family, String id, Shape<T> shape, Function<SplitMix64, T> generator) {
        return new Data<>(id, family, shape, seed -> generator.apply(new SplitMix64(seed)), Data::equal);
    }

    @Override
    public T create(long seed) {
        return generator.apply(seed);
    }

    @Override
    public boolean same(T sent, @Nullable Object arrived) {
        return arrived != null && equality.test(sent, arrived);
    }

    static boolean equal(Object sent, Object arrived) {
        if (sent.getClass().isArray()) {
            return sent.getClass() == arrived.getClass() && Objects.deepEquals(sent, arrived);
        }
        return sent.equals(arrived);
    }
}
