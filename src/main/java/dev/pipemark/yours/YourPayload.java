package dev.pipemark.yours;

import dev.pipemark.api.Family;
import dev.pipemark.api.Payload;
import dev.pipemark.api.Shape;
import dev.pipemark.capability.Alike;
import dev.pipemark.capability.Kept;
import dev.pipemark.capability.PayloadValues;
import dev.pipemark.capability.Sample;
import dev.pipemark.yours.read.FileValues;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * Values of one of the user's types. The sent and the received value are compared by their descriptions, since the class
 * need not have an {@code equals}.
 */
final class YourPayload implements Payload<Object> {
    /** The number of values whose objects show the classes that no declaration names. */
    private static final int SAMPLES = 8;

    private final String id;
    private final String written;
    private final Wish wish;
    private final ClassLoader loader;
    private @Nullable LongFunction<Object> source;
    private @Nullable Facts facts;

    /**
     * Creates the payload. It loads none of the user's classes before its first use.
     *
     * @param written the type, as the user wrote it
     * @param loader loads its class, and the file with values
     */
    YourPayload(String id, String written, Wish wish, ClassLoader loader) {
        this.id = id;
        this.written = written;
        this.wish = wish;
        this.loader = loader;
    }

    private record Facts(Shape<Object> shape, long bytes) {}

    @Override
    public String id() {
        return id;
    }

    @Override
    public Family family() {
        return Family.INSTANCES;
    }

    @Override
    public Shape<Object> shape() {
        return facts().shape;
    }

    @Override
    public OptionalLong valueBytes() {
        return OptionalLong.of(facts().bytes);
    }

    /** If the user's constructor throws, the message names that exception, and not the library's exception around it. */
    @Override
    public Object create(long seed) {
        LongFunction<Object> values = source();
        try {
            return values.apply(seed);
        } catch (UnmadeException e) {
            throw e;
        } catch (RuntimeException | LinkageError e) {
            throw new UnmadeException(
                    written + " cannot be " + (wish.values().isEmpty() ? "made" : "read from " + wish.values()) + ": "
                            + reason(e),
                    e);
        }
    }

    @Override
    public boolean same(Object sent, @Nullable Object arrived) {
        return difference(sent, arrived).isEmpty();
    }

    @Override
    public String difference(Object sent, @Nullable Object arrived) {
        return Alike.difference(PayloadValues.name(id), sent, arrived);
    }

    private synchronized Facts facts() {
        if (facts == null) {
            Sample known = wish.samples().get(id);
            facts = known == null
                    ? found()
                    : new Facts(
                            new Shape<>(type(), new LinkedHashSet<>(Made.loaded(known.classes(), loader))),
                            known.bytes());
        }
        return facts;
    }

    private Facts found() {
        Met met = Met.in(LongStream.range(0, SAMPLES).mapToObj(this::create).toList());
        Set<Class<?>> classes = new LinkedHashSet<>(reach().concrete());
        classes.addAll(met.classes());
        return new Facts(new Shape<>(type(), classes), met.bytes() / SAMPLES);
    }

    private synchronized LongFunction<Object> source() {
        if (source == null) {
            source = wish.values().isEmpty() ? kept().orElseGet(() -> new Made(type(), wish, reach())) : file(type());
        }
        return source;
    }

    /** Returns the values that an earlier process made and kept. Empty if it kept none. */
    private Optional<LongFunction<Object>> kept() {
        try (InputStream in = loader.getResourceAsStream(Wish.KEPT + id)) {
            if (in == null) {
                return Optional.empty();
            }
            List<byte[]> values = Kept.read(in).values();
            LongFunction<Object> read = FileValues.written(values, loader);
            return Optional.of(seed -> {
                try {
                    return read.apply(seed);
                } catch (RuntimeException | LinkageError e) {
                    // An arm may have another version of the class, which does not read what this one wrote.
                    return new Made(type(), wish, reach()).apply(Math.floorMod(seed, values.size()));
                }
            });
        } catch (IOException e) {
            throw new UnmadeException(written + " cannot be read from the jar that names it: " + e.getMessage(), e);
        }
    }

    private Type type() {
        try {
            return TypeNames.read(written, loader);
        } catch (TypeNames.UnknownClassException e) {
            throw new UnmadeException(written + " cannot be made: " + e.getMessage(), e);
        }
    }

    private Reach reach() {
        return Reach.of(type(), Made.loaded(wish.implementations(), loader));
    }

    private static String reason(Throwable thrown) {
        Throwable last = thrown;
        while (last.getCause() != null) {
            last = last.getCause();
        }
        String message = String.valueOf(last.getMessage())
                .lines()
                .filter(line -> !line.isBlank())
                .map(String::strip)
                .findFirst()
                .orElse("");
        return last.getClass().getSimpleName() + (message.equals("null") ? "" : ": " + message);
    }

    private LongFunction<Object> file(Type type) {
        try (InputStream in = loader.getResourceAsStream(Wish.VALUES)) {
            if (in == null) {
                throw new UnmadeException("the values of " + wish.values() + " are no longer on the class path");
            }
            LongFunction<Object> values = FileValues.read(in.readAllBytes(), wish.ending(), type, loader);
            return seed -> checked(values.apply(seed), TypeNames.raw(type));
        } catch (IOException e) {
            throw new UnmadeException(written + " cannot be read from " + wish.values() + ": " + e.getMessage(), e);
        }
    }

    /** An object in a file of Java's serialization has its own class, and JSON may contain null. */
    private Object checked(@Nullable Object value, Class<?> declared) {
        if (value == null || !declared.isInstance(value)) {
            throw new UnmadeException(written + " cannot be read from " + wish.values() + ": it holds "
                    + (value == null ? "null" : "a " + value.getClass().getTypeName()) + " instead of a "
                    + declared.getTypeName());
        }
        return value;
    }
}
