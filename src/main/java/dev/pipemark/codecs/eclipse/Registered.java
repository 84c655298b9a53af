package dev.pipemark.codecs.eclipse;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.serializer.SerializerFoundation;
import org.eclipse.serializer.persistence.types.PersistenceTypeEvaluator;

/**
 * The classes that both sides register, in a fixed order. A message contains their numbers. An object of another class is
 * refused: its class would get a number on this side only, and the same number may mean another class on the other side.
 */
final class Registered {
    private final Set<Class<?>> classes;

    Registered(Set<Class<?>> shape) {
        classes = new LinkedHashSet<>(shape);
        // Collections of these classes are common, and programs cannot name them.
        for (Object each : List.of(
                List.of(1),
                List.of(1, 2, 3),
                Arrays.asList(1),
                Set.of(1),
                Set.of(1, 2, 3),
                Map.of(1, 1),
                Map.of(1, 1, 2, 2))) {
            classes.add(each.getClass());
        }
        // The array of Arrays.asList has the class of its elements.
        classes.addAll(List.of(String[].class, Integer[].class, Long[].class, Double[].class));
    }

    SerializerFoundation<?> foundation() {
        SerializerFoundation<?> foundation = SerializerFoundation.New();
        PersistenceTypeEvaluator general = foundation.getTypeEvaluatorPersistable();
        foundation.setTypeEvaluatorPersistable(type -> general.isPersistableType(type) && admits(type));
        foundation.registerEntityTypes(classes);
        return foundation;
    }

    /** Superclasses of a registered class are registered with it. */
    private boolean admits(Class<?> type) {
        return classes.stream().anyMatch(type::isAssignableFrom);
    }
}
