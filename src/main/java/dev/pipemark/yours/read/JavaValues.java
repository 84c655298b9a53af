package dev.pipemark.yours.read;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.LongFunction;

/** Values that Java's own serialization has written: one object after another, or one list or array of them. */
final class JavaValues implements LongFunction<Object> {
    /** Each value by itself. */
    private final List<byte[]> values = new ArrayList<>();

    private final ClassLoader loader;

    JavaValues(byte[] file, ClassLoader loader) throws IOException {
        this.loader = loader;
        List<Object> all = new ArrayList<>();
        try (Objects in = new Objects(new ByteArrayInputStream(file), loader)) {
            while (true) {
                all.add(in.readObject());
            }
        } catch (EOFException e) {
            // That was the last.
        } catch (ClassNotFoundException e) {
            throw new IOException("it holds an object of " + e.getMessage() + ", whose class is not there", e);
        }
        if (all.size() == 1 && all.get(0) instanceof Collection<?> many) {
            all = new ArrayList<>(many);
        } else if (all.size() == 1 && all.get(0) instanceof Object[] many) {
            all = Arrays.asList(many);
        }
        for (Object value : all) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
                out.writeObject(value);
            }
            values.add(bytes.toByteArray());
        }
        if (values.isEmpty()) {
            throw new IOException("there is no value in it");
        }
    }

    @Override
    public Object apply(long seed) {
        try (Objects in =
                new Objects(new ByteArrayInputStream(values.get(Math.floorMod(seed, values.size()))), loader)) {
            return in.readObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Finds classes where the user's are. */
    private static final class Objects extends ObjectInputStream {
        private final ClassLoader loader;

        Objects(InputStream in, ClassLoader loader) throws IOException {
            super(in);
            this.loader = loader;
        }

        @Override
        protected Class<?> resolveClass(ObjectStreamClass described) throws IOException, ClassNotFoundException {
            try {
                return Class.forName(described.getName(), false, loader);
            } catch (ClassNotFoundException e) {
                return super.resolveClass(described);
            }
        }
    }
}
