package dev.pipemark.codecs.java;

import dev.pipemark.api.Badge;
import dev.pipemark.api.Codec;
import dev.pipemark.api.Coder;
import dev.pipemark.api.Declaration;
import dev.pipemark.api.Frame;
import dev.pipemark.api.Shape;
import dev.pipemark.api.Tier;
import dev.pipemark.api.Use;
import dev.pipemark.codecs.shared.ApplicationLoader;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;

/** Java's own object streams. Each message needs a new pair, because each message must be readable on its own. */
public final class JavaCodec implements Codec {
    @Override
    public String id() {
        return "java";
    }

    @Override
    public Badge badge() {
        return Badge.IDIOMATIC;
    }

    @Override
    public String givesUp() {
        return "speed and size: every message describes its classes again; carries Serializable objects, with shared"
                + " references and cycles";
    }

    @Override
    public String library() {
        return "jdk";
    }

    @Override
    public Map<Use, Tier> standsFor() {
        return Map.of(
                Use.DATA,
                Tier.QUICK,
                Use.RECORDS,
                Tier.QUICK,
                Use.HIERARCHIES,
                Tier.QUICK,
                Use.GRAPHS,
                Tier.QUICK,
                Use.FUNCTIONS,
                Tier.QUICK);
    }

    @Override
    public boolean safeForUntrustedBytes() {
        return false;
    }

    @Override
    public List<Declaration> declarations() {
        return List.of(
                new Declaration(
                        Declaration.THREADS,
                        "not stated; each message has streams of its own",
                        "https://docs.oracle.com/en/java/javase/17/docs/api/java.base/java/io/ObjectOutputStream.html"),
                new Declaration(
                        Declaration.CROSS_LANGUAGE,
                        "no: Java's own protocol",
                        "https://docs.oracle.com/en/java/javase/17/docs/specs/serialization/protocol.html"));
    }

    @Override
    public <T> Coder<T> open(Shape<T> shape) {
        return new JavaCoder<>(ApplicationLoader.get());
    }

    private static final class JavaCoder<T> implements Coder<T> {
        private final ClassLoader loader;

        JavaCoder(ClassLoader loader) {
            this.loader = loader;
        }

        @Override
        public void encode(T value, Frame out) throws IOException {
            int start = out.end();
            boolean whole = false;
            try {
                ObjectOutputStream objects = new ObjectOutputStream(out);
                objects.writeObject(value);
                objects.flush();
                whole = true;
            } finally {
                if (!whole) {
                    // Add the complete message at once, or nothing.
                    out.adopt(out.array(), out.offset(), start);
                }
            }
        }

        // The bytes name the class. The caller must know that it matches T, as with every codec that sends class names.
        @SuppressWarnings({"unchecked", "BanSerializableRead"})
        @Override
        public T decode(Frame in) throws IOException, ClassNotFoundException {
            return (T) new LoaderObjectInputStream(in.input(), loader).readObject();
        }
    }

    /** Also finds classes that the loader of this class cannot see, such as those of a user's jar. */
    private static final class LoaderObjectInputStream extends ObjectInputStream {
        private final ClassLoader loader;

        LoaderObjectInputStream(InputStream in, ClassLoader loader) throws IOException {
            super(in);
            this.loader = loader;
        }

        @Override
        protected Class<?> resolveClass(ObjectStreamClass description) throws IOException, ClassNotFoundException {
            try {
                return Class.forName(description.getName(), false, loader);
            } catch (ClassNotFoundException e) {
                // Only the superclass knows the names of primitive types.
                return super.resolveClass(description);
            }
        }

        @Override
        protected Class<?> resolveProxyClass(String[] names) throws IOException, ClassNotFoundException {
            Class<?>[] interfaces = new Class<?>[names.length];
            for (int i = 0; i < names.length; i++) {
                interfaces[i] = Class.forName(names[i], false, loader);
            }
            try {
                return Proxy.newProxyInstance(loader, interfaces, (proxy, method, arguments) -> null)
                        .getClass();
            } catch (IllegalArgumentException e) {
                return super.resolveProxyClass(names);
            }
        }
    }
}
