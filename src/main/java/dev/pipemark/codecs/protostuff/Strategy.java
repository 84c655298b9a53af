package dev.pipemark.codecs.protostuff;

import io.protostuff.CollectionSchema;
import io.protostuff.MapSchema;
import io.protostuff.runtime.DefaultIdStrategy;
import io.protostuff.runtime.IdStrategy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Decides how messages name classes. The flags keep what Protostuff loses by default: null elements, empty collections,
 * and subclasses of a field's class.
 */
final class Strategy {
    private static final int FLAGS = IdStrategy.AUTO_LOAD_POLYMORPHIC_CLASSES
            | IdStrategy.PRESERVE_NULL_ELEMENTS
            | IdStrategy.MORPH_NON_FINAL_POJOS
            | IdStrategy.COLLECTION_SCHEMA_ON_REPEATED_FIELDS;

    private Strategy() {}

    /** Creates a strategy. No class of Protostuff may be initialized before the first call. */
    static IdStrategy create() {
        // Protostuff reads this once. It must not run constructors: it would add to the immutable lists that they put
        // into fields, and keep their defaults where a value has null.
        System.setProperty("protostuff.runtime.always_use_sun_reflection_factory", "true");
        DefaultIdStrategy strategy = new DefaultIdStrategy(FLAGS);
        // Protostuff would add to new immutable collections. They arrive as ordinary ones.
        for (Collection<?> list : List.of(List.of(1), List.of(1, 2, 3), Arrays.asList(1))) {
            strategy.registerCollection(new Collections(list.getClass(), ArrayList::new));
        }
        for (Collection<?> set : List.of(Set.of(1), Set.of(1, 2, 3))) {
            strategy.registerCollection(new Collections(set.getClass(), HashSet::new));
        }
        for (Map<?, ?> map : List.of(Map.of(1, 1), Map.of(1, 1, 2, 2))) {
            strategy.registerMap(new Maps(map.getClass()));
        }
        return strategy;
    }

    private record Collections(Class<?> typeClass, Supplier<Collection<Object>> factory)
            implements CollectionSchema.MessageFactory {
        // An empty collection may have any type of elements.
        @SuppressWarnings("unchecked")
        @Override
        public <V> Collection<V> newMessage() {
            return (Collection<V>) factory.get();
        }
    }

    private record Maps(Class<?> typeClass) implements MapSchema.MessageFactory {
        @Override
        public <K, V> Map<K, V> newMessage() {
            return new HashMap<>();
        }
    }
}
