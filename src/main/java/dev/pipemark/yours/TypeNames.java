package dev.pipemark.yours;

import java.lang.reflect.Array;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Parses types in Java's syntax: {@code com.acme.Order}, {@code java.util.Map<String, com.acme.Order[]>}. Classes of
 * {@code java.lang} and {@code java.util} may have their simple names.
 */
public final class TypeNames {
    private static final List<String> IMPORTED = List.of("", "java.lang.", "java.util.");
    private static final Map<String, Class<?>> PRIMITIVES = Map.of(
            "boolean", boolean.class,
            "byte", byte.class,
            "char", char.class,
            "short", short.class,
            "int", int.class,
            "long", long.class,
            "float", float.class,
            "double", double.class);

    private final String written;
    private final ClassLoader loader;
    private int at;

    private TypeNames(String written, ClassLoader loader) {
        this.written = written;
        this.loader = loader;
    }

    /** A class was not found. */
    public static final class UnknownClassException extends Exception {
        private static final long serialVersionUID = 1L;
        private final String name;

        UnknownClassException(String name) {
            super("there is no class " + name);
            this.name = name;
        }

        /** The name of the class that is missing. */
        public String name() {
            return name;
        }
    }

    /**
     * Parses a type. It loads the classes of the type and initializes none.
     *
     * @throws UnknownClassException if a class is missing
     * @throws IllegalArgumentException if the text is malformed
     */
    public static Type read(String written, ClassLoader loader) throws UnknownClassException {
        TypeNames names = new TypeNames(written.strip(), loader);
        Type type = names.type();
        if (names.at < names.written.length()) {
            throw names.malformed();
        }
        if (type instanceof Class<?> plain && plain.isPrimitive()) {
            throw new IllegalArgumentException("'" + written + "' is a primitive type: give " + written
                    + "[], or a class with a field of this type");
        }
        return type;
    }

    /** Returns the class of a type without its arguments. */
    static Class<?> raw(Type type) {
        return type instanceof ParameterizedType generic ? (Class<?>) generic.getRawType() : (Class<?>) type;
    }

    private Type type() throws UnknownClassException {
        skip();
        if (take('?')) {
            skip();
            if (!written.startsWith("extends ", at)) {
                return Object.class;
            }
            at += "extends ".length();
            return type();
        }
        int from = at;
        while (at < written.length()
                && (Character.isJavaIdentifierPart(written.charAt(at)) || written.charAt(at) == '.')) {
            at++;
        }
        if (at == from) {
            throw malformed();
        }
        Class<?> raw = named(written.substring(from, at));
        skip();
        Type type = take('<') ? new Generic(raw, arguments(raw)) : raw;
        skip();
        while (take('[')) {
            skip();
            if (!take(']')) {
                throw malformed();
            }
            if (!(type instanceof Class<?> component)) {
                throw new IllegalArgumentException(
                        "'" + written + "' is an array of a generic type: give java.util.List<...> of it instead");
            }
            type = Array.newInstance(component, 0).getClass();
            skip();
        }
        return type;
    }

    private List<Type> arguments(Class<?> raw) throws UnknownClassException {
        List<Type> arguments = new ArrayList<>();
        do {
            arguments.add(type());
            skip();
        } while (take(','));
        if (!take('>')) {
            throw malformed();
        }
        if (arguments.size() != raw.getTypeParameters().length) {
            throw new IllegalArgumentException("'" + written + "': " + raw.getName() + " takes "
                    + raw.getTypeParameters().length + " type arguments, and not " + arguments.size());
        }
        return arguments;
    }

    private Class<?> named(String name) throws UnknownClassException {
        Class<?> primitive = PRIMITIVES.get(name);
        if (primitive != null) {
            return primitive;
        }
        for (String prefix : IMPORTED) {
            // The name of a nested class may have a dot, as in Java's syntax, or a dollar, as in the class's own name.
            for (String binary = prefix + name; !binary.isEmpty(); binary = nested(binary)) {
                Optional<Class<?>> found = load(binary);
                if (found.isPresent()) {
                    return found.get();
                }
            }
        }
        throw new UnknownClassException(name);
    }

    private static String nested(String binary) {
        int dot = binary.lastIndexOf('.');
        return dot < 0 ? "" : binary.substring(0, dot) + "$" + binary.substring(dot + 1);
    }

    private Optional<Class<?>> load(String binary) {
        try {
            return Optional.of(Class.forName(binary, false, loader));
        } catch (ClassNotFoundException e) {
            return Optional.empty();
        } catch (NoClassDefFoundError e) {
            if (String.valueOf(e.getMessage()).contains("wrong name")) {
                // The file system does not distinguish Order from order.
                return Optional.empty();
            }
            throw e;
        }
    }

    private void skip() {
        while (at < written.length() && Character.isWhitespace(written.charAt(at))) {
            at++;
        }
    }

    private boolean take(char wanted) {
        if (at < written.length() && written.charAt(at) == wanted) {
            at++;
            return true;
        }
        return false;
    }

    private IllegalArgumentException malformed() {
        return new IllegalArgumentException("'" + written
                + "' is not a type: write com.acme.Order, or 'java.util.List<com.acme.Order>' in quotation marks");
    }

    /** A class with its type arguments. */
    private record Generic(Class<?> raw, List<Type> arguments) implements ParameterizedType {
        @Override
        public Type[] getActualTypeArguments() {
            return arguments.toArray(Type[]::new);
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
            return other instanceof ParameterizedType type
                    && raw.equals(type.getRawType())
                    && Arrays.equals(getActualTypeArguments(), type.getActualTypeArguments());
        }

        @Override
        public int hashCode() {
            // The same as that of the JDK's implementation, which may be equal.
            Type owner = getOwnerType();
            return Arrays.hashCode(getActualTypeArguments()) ^ (owner == null ? 0 : owner.hashCode()) ^ raw.hashCode();
        }

        @Override
        public String toString() {
            return raw.getName()
                    + arguments.stream().map(Type::getTypeName).collect(Collectors.joining(", ", "<", ">"));
        }
    }
}
