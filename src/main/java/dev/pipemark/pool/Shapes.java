package dev.pipemark.pool;

import dev.pipemark.api.Shape;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Encodes shapes for a worker: the names of their classes, and the structure of the declared type. */
final class Shapes {
    private static final Map<String, Class<?>> PRIMITIVES = Stream.of(
                    boolean.class,
                    byte.class,
                    char.class,
                    short.class,
                    int.class,
                    long.class,
                    float.class,
                    double.class,
                    void.class)
            .collect(Collectors.toMap(Class::getName, type -> type));

    private Shapes() {}

    static void write(Shape<?> shape, DataOutputStream out) throws IOException {
        write(shape.type(), out);
        out.writeInt(shape.classes().size());
        for (Class<?> type : shape.classes()) {
            out.writeUTF(type.getName());
        }
    }

    static Shape<?> read(DataInputStream in) throws IOException, ClassNotFoundException {
        Type type = readType(in);
        Set<Class<?>> classes = new LinkedHashSet<>();
        for (int left = in.readInt(); left > 0; left--) {
            classes.add(find(in.readUTF()));
        }
        return new Shape<>(type, classes);
    }

    private static void write(Type type, DataOutputStream out) throws IOException {
        if (type instanceof Class<?> plain) {
            out.writeByte('C');
            out.writeUTF(plain.getName());
        } else if (type instanceof ParameterizedType generic) {
            out.writeByte('P');
            write(generic.getRawType(), out);
            write(generic.getActualTypeArguments(), out);
        } else if (type instanceof GenericArrayType array) {
            out.writeByte('A');
            write(array.getGenericComponentType(), out);
        } else if (type instanceof WildcardType wildcard) {
            out.writeByte('W');
            write(wildcard.getUpperBounds(), out);
            write(wildcard.getLowerBounds(), out);
        } else {
            throw new IllegalArgumentException("the type " + type
                    + " cannot be named in another process: use a class, or a class with type arguments");
        }
    }

    private static void write(Type[] types, DataOutputStream out) throws IOException {
        out.writeInt(types.length);
        for (Type type : types) {
            write(type, out);
        }
    }

    private static Type readType(DataInputStream in) throws IOException, ClassNotFoundException {
        int kind = in.readByte();
        return switch (kind) {
            case 'C' -> find(in.readUTF());
            case 'P' -> new Generic((Class<?>) readType(in), readTypes(in));
            case 'A' -> new GenericArray(readType(in));
            case 'W' -> new Wildcard(readTypes(in), readTypes(in));
            default -> throw new IOException("no type begins with " + kind);
        };
    }

    private static Type[] readTypes(DataInputStream in) throws IOException, ClassNotFoundException {
        Type[] types = new Type[in.readInt()];
        for (int i = 0; i < types.length; i++) {
            types[i] = readType(in);
        }
        return types;
    }

    private static Class<?> find(String name) throws ClassNotFoundException {
        Class<?> primitive = PRIMITIVES.get(name);
        return primitive == null
                ? Class.forName(name, false, Thread.currentThread().getContextClassLoader())
                : primitive;
    }

    /** Equal to the JDK's own type with the same parts, as the contract of {@link ParameterizedType} requires. */
    private record Generic(Class<?> raw, Type[] arguments) implements ParameterizedType {
        @Override
        public Type[] getActualTypeArguments() {
            return arguments.clone();
        }

        @Override
        public Type getRawType() {
            return raw;
        }

        @Override
        public @Nullable Type getOwnerType() {
            return raw.getDeclaringClass();
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof ParameterizedType that
                    && raw.equals(that.getRawType())
                    && Arrays.equals(arguments, that.getActualTypeArguments())
                    && Objects.equals(getOwnerType(), that.getOwnerType());
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(arguments) ^ Objects.hashCode(getOwnerType()) ^ raw.hashCode();
        }

        @Override
        public String toString() {
            return raw.getName()
                    + Arrays.stream(arguments).map(Type::getTypeName).collect(Collectors.joining(", ", "<", ">"));
        }
    }

    private record GenericArray(Type component) implements GenericArrayType {
        @Override
        public Type getGenericComponentType() {
            return component;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof GenericArrayType that && component.equals(that.getGenericComponentType());
        }

        @Override
        public int hashCode() {
            return component.hashCode();
        }

        @Override
        public String toString() {
            return component.getTypeName() + "[]";
        }
    }

    private record Wildcard(Type[] upper, Type[] lower) implements WildcardType {
        @Override
        public Type[] getUpperBounds() {
            return upper.clone();
        }

        @Override
        public Type[] getLowerBounds() {
            return lower.clone();
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof WildcardType that
                    && Arrays.equals(upper, that.getUpperBounds())
                    && Arrays.equals(lower, that.getLowerBounds());
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(lower) ^ Arrays.hashCode(upper);
        }

        @Override
        public String toString() {
            return lower.length > 0 ? "? super " + lower[0].getTypeName() : "? extends " + upper[0].getTypeName();
        }
    }
}
