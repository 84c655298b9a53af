package dev.pipemark.codecs.hessian;

import com.caucho.hessian.io.Deserializer;
import com.caucho.hessian.io.HessianProtocolException;
import com.caucho.hessian.io.SerializerFactory;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Admits the classes of a shape and of the JDK.
 *
 * <p>Hessian reads an object of any other class as a {@link java.util.HashMap} of its fields. This factory refuses such
 * an object.
 */
final class ShapeFactory extends SerializerFactory {
    ShapeFactory(ClassLoader loader, Set<Class<?>> classes) {
        super(loader);
        getClassFactory().setWhitelist(true);
        // Messages contain objects of these classes in place of values of some JDK classes.
        getClassFactory().allow("com.caucho.hessian.io.*Handle");
        classes.forEach(this::admit);
        addFactory(new JdkTypes());
    }

    private void admit(Class<?> type) {
        if (type.isArray()) {
            admit(type.getComponentType());
        } else {
            // A name becomes a pattern. In a pattern, the dollar of a nested class would stand for the end.
            getClassFactory().allow(type.getName().replace("$", "[$]"));
        }
    }

    @Override
    public Class<?> loadSerializedClass(String name) throws ClassNotFoundException {
        Class<?> found = super.loadSerializedClass(name);
        if (!found.getName().equals(name)) {
            throw new ClassNotFoundException(name);
        }
        return found;
    }

    @Override
    public @Nullable Deserializer getDeserializer(@Nullable String name) throws HessianProtocolException {
        Deserializer known = super.getDeserializer(name);
        if (known == null && name != null && !name.isEmpty()) {
            throw new HessianProtocolException("the shape does not list the class " + name);
        }
        return known;
    }
}
