package dev.pipemark.codecs.jsonio;

import dev.pipemark.api.Shape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Resolves the class names in messages (<a
 * href="https://github.com/jdereg/json-io/blob/master/user-guide-readOptions.md#class-loader">json-io, class loader</a>). It
 * knows the classes of the shape, plain values, and the collections that json-io names in place of some of the JDK's.
 */
final class ShapeLoader extends ClassLoader {
    private static final List<Class<?>> PLAIN = List.of(
            Object.class,
            String.class,
            Boolean.class,
            Character.class,
            Byte.class,
            Short.class,
            Integer.class,
            Long.class,
            Float.class,
            Double.class,
            ArrayList.class,
            HashSet.class,
            HashMap.class);

    private static final String COLLECTIONS = "com.cedarsoftware.io.util.";

    private final Set<String> names = new HashSet<>();

    ShapeLoader(Shape<?> shape, ClassLoader parent) {
        super(parent);
        PLAIN.forEach(type -> names.add(type.getName()));
        for (Class<?> listed : shape.classes()) {
            // An array is named by its elements.
            for (Class<?> type = listed; type != null; type = type.getComponentType()) {
                names.add(type.getName());
            }
        }
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!names.contains(name) && !name.startsWith(COLLECTIONS)) {
            throw new ClassNotFoundException("the receiver's shape does not list " + name);
        }
        return super.loadClass(name, resolve);
    }
}
