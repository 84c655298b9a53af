package dev.pipemark.probe.values;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntBinaryOperator;

/** Functions in the form of named classes. */
public final class FunctionClasses {
    private FunctionClasses() {}

    public static long cube(int n) {
        return (long) n * n * n;
    }

    /** Each constant is a function. */
    public enum Operation implements IntBinaryOperator {
        PLUS,
        TIMES;

        @Override
        public int applyAsInt(int left, int right) {
            return this == PLUS ? left + right : left * right;
        }
    }

    /** Its components are its state. */
    public record Line(int slope, int offset) implements SerializableFunction<Integer, Integer> {
        @Override
        public Integer apply(Integer x) {
            return slope * x + offset;
        }
    }

    /** A function with state that is not serializable. */
    public static final class LooseLine implements Function<Integer, Integer> {
        private final int slope;
        private final int offset;

        public LooseLine(int slope, int offset) {
            this.slope = slope;
            this.offset = offset;
        }

        @Override
        public Integer apply(Integer x) {
            return slope * x + offset;
        }
    }

    /** Caches its results and counts its cache misses. */
    public static final class Memo implements SerializableFunction<Integer, Long> {
        private static final long serialVersionUID = 1L;

        private final SerializableFunction<Integer, Long> costly;
        private final Map<Integer, Long> known = new HashMap<>();
        private int misses;

        private Memo(SerializableFunction<Integer, Long> costly) {
            this.costly = costly;
        }

        /** Returns a cache for the results of a static method. */
        public static Memo ofCubes() {
            return new Memo(FunctionClasses::cube);
        }

        @Override
        public Long apply(Integer n) {
            Long found = known.get(n);
            if (found == null) {
                misses++;
                found = costly.apply(n);
                known.put(n, found);
            }
            return found;
        }

        public int misses() {
            return misses;
        }
    }
}
