package dev.pipemark.yours.read;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
import java.io.ObjectStreamConstants;
import java.io.OptionalDataException;
import java.io.StreamCorruptedException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.LongFunction;

/** Values that Java's own serialization has written: one object after another, or one list or array of them. */
final class JavaValues implements LongFunction<Object> {
    private final List<byte[]> values;

    private final ClassLoader loader;

    /**
     * Reads values that are in memory.
     *
     * @param values the values, each in a stream of its own
     */
    JavaValues(List<byte[]> values, ClassLoader loader) {
        this.values = values;
        this.loader = loader;
    }

    JavaValues(byte[] file, ClassLoader loader) throws IOException {
        this(new ArrayList<>(), loader);
        List<Object> all = objects(file, loader);
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
        byte[] value = values.get(Math.floorMod(seed, values.size()));
        try (Objects in = new Objects(new ByteArrayInputStream(value), loader)) {
            return in.readObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Object> objects(byte[] file, ClassLoader loader) throws IOException {
        List<Object> all = new ArrayList<>();
        ByteArrayInputStream bytes = new ByteArrayInputStream(file);
        int whole = 0;
        try (Objects in = new Objects(bytes, loader)) {
            // The stream reads nothing ahead between two objects. The file may end there only.
            whole = file.length - bytes.available();
            while (whole < file.length) {
                all.add(in.readObject());
                whole = file.length - bytes.available();
            }
        } catch (EOFException | StreamCorruptedException | OptionalDataException e) {
            if (file.length > 0 && !onlyResets(file, whole)) {
                throw new IOException(
                        (e instanceof EOFException ? "it ends" : "it is damaged (" + e.getMessage() + ")")
                                + " within value " + (all.size() + 1) + ", after " + all.size()
                                + (all.size() == 1 ? " whole value" : " whole values") + ": write the file again",
                        e);
            }
        } catch (ClassNotFoundException e) {
            throw new IOException(
                    "it contains an object of the class " + e.getMessage()
                            + ", which no jar contains: add its jar by --user-jar",
                    e);
        }
        return all;
    }

    /**
     * Returns whether the rest of a file contains reset marks only. {@code ObjectOutputStream.reset} writes such a mark. If it
     * is called after the last object, the file ends with a mark.
     */
    private static boolean onlyResets(byte[] file, int from) {
        for (int i = from; i < file.length; i++) {
            if (file[i] != ObjectStreamConstants.TC_RESET) {
                return false;
            }
        }
        return from > 0;
    }

    /** Finds classes with the loader of the user's classes. */
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
