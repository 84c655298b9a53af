package dev.pipemark.payloads;

import dev.pipemark.api.Family;
import dev.pipemark.api.Payload;
import dev.pipemark.api.Shape;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongFunction;

/** Single values: boxed primitives, strings and the JDK's exact numbers. */
final class Primitives {
    private Primitives() {}

    static List<Payload<?>> all() {
        return List.of(
                value("boolean", Boolean.class, random -> random.next() < 0),
                distinct("int", Integer.class, Primitives::integer),
                value("long", Long.class, SplitMix64::next),
                value("double", Double.class, random -> (random.unit() - 0.5) * 2_000_000),
                distinct("char", Character.class, Primitives::character),
                value("string-ascii", String.class, random -> Text.ascii(random, 16)),
                value("string-unicode", String.class, random -> Text.unicode(random, 1024)),
                value("big-integer", BigInteger.class, random -> bigInteger(random, 4)),
                value("big-decimal", BigDecimal.class, Primitives::bigDecimal));
    }

    private static <T> Payload<T> value(String id, Class<T> type, Function<SplitMix64, T> generator) {
        return Data.of(Family.PRIMITIVES, id, Shape.of(type), generator);
    }

    /** For types with so few values that random values would repeat: the generator receives the seed itself. */
    private static <T> Payload<T> distinct(String id, Class<T> type, LongFunction<T> generator) {
        return new Data<>(id, Family.PRIMITIVES, Shape.of(type), generator, Data::equal);
    }

    /** Scrambles 32 bits one to one, so that 2<sup>32</sup> consecutive seeds give distinct integers. */
    private static Integer integer(long seed) {
        int z = (int) seed * 0x9E3779B9;
        z = (z ^ (z >>> 16)) * 0x85EBCA6B;
        return z ^ (z >>> 13);
    }

    /**
     * Returns a character other than a surrogate: half a surrogate pair is not text, and UTF-8 cannot encode it. The
     * stride is coprime to the number of such characters, so this number of consecutive seeds gives distinct characters.
     */
    private static Character character(long seed) {
        int surrogates = Character.MAX_SURROGATE - Character.MIN_SURROGATE + 1;
        int characters = Character.MAX_VALUE + 1 - surrogates;
        int index = (int) (Math.floorMod(seed, characters) * 40_503L % characters);
        return (char) (index < Character.MIN_SURROGATE ? index : index + surrogates);
    }

    private static BigInteger bigInteger(SplitMix64 random, int longs) {
        BigInteger number = BigInteger.valueOf(random.next());
        for (int i = 1; i < longs; i++) {
            number = number.shiftLeft(64).xor(BigInteger.valueOf(random.next()));
        }
        return number;
    }

    private static BigDecimal bigDecimal(SplitMix64 random) {
        return new BigDecimal(bigInteger(random, 2), random.between(2, 12));
    }
}
