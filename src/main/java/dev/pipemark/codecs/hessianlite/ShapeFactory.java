package dev.pipemark.codecs.hessianlite;

import com.alibaba.com.caucho.hessian.io.Deserializer;
import com.alibaba.com.caucho.hessian.io.HessianProtocolException;
import com.alibaba.com.caucho.hessian.io.SerializerFactory;
import com.alibaba.com.caucho.hessian.io.StringValueDeserializer;
import java.math.BigInteger;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Admits the classes of a shape, the classes of {@code java.util} and its subpackages, and Hessian-lite's stand-ins for JDK
 * values.
 *
 * <p>Hessian-lite's own list of allowed classes is not used. It keeps the names that it has admitted in a map that all
 * lists of the process share, so one list would admit the classes of another. An object of a class that is not allowed
 * would arrive as a {@link java.util.HashMap} of its fields. This factory refuses it.
 */
final class ShapeFactory extends SerializerFactory {
    /** The names that the format has for some classes. */
    private static final Set<String> SHORT_NAMES =
            Set.of("boolean", "byte", "short", "int", "long", "float", "double", "char", "string", "object", "date");

    /** Classes that Hessian-lite looks up by name although they have short names, and those in a throwable. */
    private static final Set<Class<?>> VALUES = Set.of(
            Boolean.class,
            Byte.class,
            Short.class,
            Character.class,
            Integer.class,
            Long.class,
            Float.class,
            Double.class,
            StackTraceElement.class);

    private static final String COLLECTIONS = "java.util.";
    private static final String STAND_INS = "com.alibaba.com.caucho.hessian.io.";

    private final Set<String> names = new HashSet<>(SHORT_NAMES);
    private final Deserializer bigIntegers = new StringValueDeserializer(BigInteger.class);

    ShapeFactory(ClassLoader loader, Set<Class<?>> classes) {
        super(loader);
        VALUES.forEach(type -> names.add(type.getName()));
        classes.forEach(type -> names.add(elementOf(type).getName()));
        addFactory(new JdkTypes());
    }

    private static Class<?> elementOf(Class<?> type) {
        Class<?> element = type;
        while (element.isArray()) {
            element = element.getComponentType();
        }
        return element;
    }

    /** Refuses a name before Hessian-lite looks for it: all factories of a process share the names that were not found. */
    @Override
    public @Nullable Deserializer getDeserializer(@Nullable String name) throws HessianProtocolException {
        if (name == null || name.isEmpty()) {
            return super.getDeserializer(name);
        }
        if (!admits(name)) {
            throw new HessianProtocolException("the shape does not list the class " + name);
        }
        Deserializer known = super.getDeserializer(name);
        if (known == null) {
            throw new HessianProtocolException("Hessian-lite cannot read the class " + name);
        }
        return known;
    }

    private boolean admits(String name) {
        int dimensions = 0;
        while (dimensions < name.length() && name.charAt(dimensions) == '[') {
            dimensions++;
        }
        String element = name.substring(dimensions);
        return names.contains(element) || element.startsWith(COLLECTIONS) || element.startsWith(STAND_INS);
    }

    /** Hessian-lite loads {@code HashMap} instead of a class on its list of dangerous ones. */
    @Override
    public Class<?> loadSerializedClass(String name) throws ClassNotFoundException {
        Class<?> found = super.loadSerializedClass(name);
        if (!found.getName().equals(name)) {
            throw new ClassNotFoundException(name);
        }
        return found;
    }

    @Override
    @SuppressWarnings("rawtypes") // Hessian-lite's own signature
    public Deserializer getDeserializer(Class type) throws HessianProtocolException {
        return type == BigInteger.class ? bigIntegers : super.getDeserializer(type);
    }
}
