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
 * A payload of plain data. The worker returns the value unchanged.
 *
 * @param generator creates the value of a seed
 * @param equality compares the sent with the received value
 */
record Data<T>(String id, Family family, Shape<T> shape, LongFunction<T> generator, BiPredicate<T, Object> equality)
        implements Payload<T> {
    /**
     * Returns a payload of data that is compared by equality. Arrays are compared by class and by deep equality.
     *
     * @param generator creates the value of a seed from that seed's random numbers
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
