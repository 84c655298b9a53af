package dev.pipemark.yours;

import dev.pipemark.api.Family;
import dev.pipemark.api.Payload;
import dev.pipemark.api.Shape;
import dev.pipemark.capability.Alike;
import dev.pipemark.capability.PayloadValues;
import dev.pipemark.yours.read.FileValues;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * Values of one of the user's types. What arrived is compared by its description, since the class need not have an
 * {@code equals}.
 */
final class YourPayload implements Payload<Object> {
    /** Values from whose objects the classes are taken that no declaration names. */
    private static final int SAMPLES = 8;

    private final String id;
    private final String written;
    private final Wish wish;
    private final ClassLoader loader;
    private @Nullable Ready ready;

    /**
     * @param written the type, as the user wrote it
     * @param loader of its class, and of the values' file
     */
    YourPayload(String id, String written, Wish wish, ClassLoader loader) {
        this.id = id;
        this.written = written;
        this.wish = wish;
        this.loader = loader;
    }

    /** What is found out at the first use: listing payloads loads no class of the user's. */
    private record Ready(LongFunction<Object> source, Shape<Object> shape) {}

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
        return ready().shape;
    }

    @Override
    public Object create(long seed) {
        return ready().source.apply(seed);
    }

    @Override
    public boolean same(Object sent, @Nullable Object arrived) {
        return difference(sent, arrived).isEmpty();
    }

    @Override
    public String difference(Object sent, @Nullable Object arrived) {
        return Alike.difference(PayloadValues.name(id), sent, arrived);
    }

    private synchronized Ready ready() {
        if (ready == null) {
            ready = find();
        }
        return ready;
    }

    private Ready find() {
        Type type;
        try {
            type = TypeNames.read(written, loader);
        } catch (TypeNames.UnknownClassException e) {
            throw new UnmadeException(written + " cannot be made: " + e.getMessage(), e);
        }
        Map<Class<?>, List<Class<?>>> implementations = Made.loaded(wish.implementations(), loader);
        Reach reach = Reach.of(type, implementations);
        LongFunction<Object> source = wish.values().isEmpty() ? new Made(type, wish, reach) : file(type);
        LongFunction<Object> told = seed -> make(source, seed);
        Set<Class<?>> classes = new LinkedHashSet<>(reach.concrete());
        classes.addAll(Met.in(LongStream.range(0, SAMPLES).mapToObj(told).toList()));
        return new Ready(told, new Shape<>(type, classes));
    }

    /** What the user's own constructors throw is the message, and not what the library makes of it. */
    private Object make(LongFunction<Object> source, long seed) {
        try {
            return source.apply(seed);
        } catch (UnmadeException e) {
            throw e;
        } catch (RuntimeException | LinkageError e) {
            throw new UnmadeException(
                    written + " cannot be " + (wish.values().isEmpty() ? "made" : "read from " + wish.values()) + ": "
                            + reason(e),
                    e);
        }
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
                throw new UnmadeException("the values of " + wish.values() + " are not on the class path any more");
            }
            LongFunction<Object> values = FileValues.read(in.readAllBytes(), wish.ending(), type, loader);
            return seed -> checked(values.apply(seed), TypeNames.raw(type));
        } catch (IOException e) {
            throw new UnmadeException(written + " cannot be read from " + wish.values() + ": " + e.getMessage(), e);
        }
    }

    /** Objects in a file of java.io have classes of their own, and JSON may say null. */
    private Object checked(@Nullable Object value, Class<?> declared) {
        if (value == null || !declared.isInstance(value)) {
            throw new UnmadeException(written + " cannot be read from " + wish.values() + ": it holds "
                    + (value == null ? "null" : "a " + value.getClass().getTypeName()) + " where a "
                    + declared.getTypeName() + " has to be");
        }
        return value;
    }
}
