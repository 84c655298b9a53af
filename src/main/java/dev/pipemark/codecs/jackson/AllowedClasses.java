package dev.pipemark.codecs.jackson;

import dev.pipemark.api.Shape;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.DatabindContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.jsontype.PolymorphicTypeValidator;

/**
 * The class names that a typed message may contain: the classes of the shape, the members of its sealed types, and the
 * JDK's collections and values of plain data. Names are compared as a whole, before their class is loaded. Jackson's
 * own validator accepts more: a prefix also matches other names, a class also admits its subclasses, and an unlisted
 * class is loaded and initialized before it is refused.
 */
final class AllowedClasses extends PolymorphicTypeValidator.Base {
    private static final long serialVersionUID = 1L;

    private static final List<Class<?>> PLAIN_DATA = List.of(
            ArrayList.class,
            LinkedList.class,
            ArrayDeque.class,
            HashMap.class,
            LinkedHashMap.class,
            TreeMap.class,
            HashSet.class,
            LinkedHashSet.class,
            TreeSet.class,
            List.of(1).getClass(),
            List.of(1, 2, 3).getClass(),
            Set.of(1).getClass(),
            Set.of(1, 2, 3).getClass(),
            Map.of(1, 1).getClass(),
            Map.of(1, 1, 2, 2).getClass(),
            Arrays.asList(1).getClass(),
            Boolean.class,
            Character.class,
            Byte.class,
            Short.class,
            Integer.class,
            Long.class,
            Float.class,
            Double.class,
            String.class,
            BigInteger.class,
            BigDecimal.class,
            Instant.class,
            UUID.class,
            boolean[].class,
            byte[].class,
            int[].class,
            long[].class,
            double[].class,
            Object[].class,
            String[].class);

    private final Set<String> names;

    AllowedClasses(Shape<?> shape) {
        names = Stream.of(
                        PLAIN_DATA,
                        shape.classes(),
                        SealedFamilies.of(shape).names().keySet())
                .flatMap(Collection::stream)
                .map(Class::getName)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Validity validateSubClassName(DatabindContext context, JavaType baseType, String name) {
        return names.contains(name) ? Validity.ALLOWED : Validity.DENIED;
    }
}
