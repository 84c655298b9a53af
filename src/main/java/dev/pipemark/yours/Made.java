package dev.pipemark.yours;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import org.instancio.Instancio;
import org.instancio.InstancioApi;
import org.instancio.Random;
import org.instancio.Select;
import org.instancio.TypeTokenSupplier;
import org.instancio.generator.AfterGenerate;
import org.instancio.generator.Generator;
import org.instancio.generator.Hints;
import org.instancio.settings.Keys;
import org.instancio.settings.Settings;
import org.jspecify.annotations.Nullable;

/**
 * Values that Instancio makes from seeds, the same in every JVM.
 *
 * <p>Four things are not left to it. Values of some of Java's own classes are those of {@link PlainValues}. Where an
 * interface, an abstract class or a class that holds itself is declared, each element is chosen by itself, and is made like
 * a value of its own until the depth is used up. A field of a class that is tied to the process (a lock, a stream) stays as the constructor of its own
 * class made it, and so does a transient one. Which fields are null is decided by the seed and the field's name.
 */
final class Made implements LongFunction<Object> {
    /** What lies between an object and the next one that it holds in a list. */
    private static final int LEVELS = 2;

    /** How often it tries to add an element that differs, before a collection stays smaller. */
    private static final int ATTEMPTS = 100;

    private final Type type;
    private final Wish wish;
    private final Reach reach;

    /** Where one of these is declared, an element is made by {@link #nested}. */
    private final List<Class<?>> chosen;

    /** Whether what fails within a value ends it; otherwise it is null there. */
    private final boolean strict;

    Made(Type type, Wish wish, Reach reach) {
        this(type, wish, reach, false);
    }

    private Made(Type type, Wish wish, Reach reach, boolean strict) {
        this.strict = strict;
        this.type = type;
        this.wish = wish;
        this.reach = reach;
        this.chosen = reach.abstractOnes().stream()
                .filter(each -> each.getTypeParameters().length == 0)
                .collect(Collectors.toCollection(ArrayList::new));
        reach.thoseThatHoldThemselves().stream()
                .filter(each -> each.getTypeParameters().length == 0 && !chosen.contains(each))
                .forEach(chosen::add);
    }

    @Override
    public Object apply(long seed) {
        // Seeds that follow each other would begin alike.
        Object made = make(type, new SplittableRandom(seed).nextLong(), wish.depth());
        if (made == null && !strict) {
            // Says what its constructor threw, if that is why.
            return new Made(type, wish, reach, true).apply(seed);
        } else if (made == null) {
            throw new UnmadeException(type.getTypeName() + " cannot be made: no class is known that is one");
        }
        return made;
    }

    private @Nullable Object make(Type wanted, long seed, int depth) {
        Type concrete = wanted;
        if (wanted instanceof Class<?> plain && Reach.isAbstract(plain) && !Reach.isOfJava(plain)) {
            List<Class<?>> choices = choices(plain, depth);
            if (choices.isEmpty()) {
                return null;
            }
            concrete = choices.get(new SplittableRandom(seed).nextInt(choices.size()));
        }
        return concrete instanceof Class<?> plain && PlainValues.has(plain)
                ? plain(plain, seed)
                : filled(concrete, seed, depth);
    }

    private static Object plain(Class<?> type, long seed) {
        InstancioApi<Object> one = Instancio.of(token(Object.class));
        return one.supply(Select.root(), new Way(random -> PlainValues.make(type, random)))
                .withSeed(seed)
                .create();
    }

    private Object filled(Type concrete, long seed, int depth) {
        InstancioApi<Object> api = Instancio.of(token(concrete))
                .withSettings(settings(depth))
                .withSeed(seed)
                .lenient();
        for (Class<?> each : reach.ofJava()) {
            if (PlainValues.has(each)) {
                api = api.supply(Select.all(each), new Way(random -> PlainValues.make(each, random)));
            }
        }
        for (Class<?> each : chosen) {
            if (each.isSealed()) {
                // Otherwise it chooses one class for all elements.
                api = api.subtype(Select.all(each), each);
            }
            api = api.supply(
                    Select.all(each).atDepth(level -> level > 0),
                    new Way(random -> nested(each, random, depth - LEVELS)));
        }
        return api.ignore(Select.fields(field -> !isMade(field) || isLeftOut(field, seed)))
                .create();
    }

    private @Nullable Object nested(Class<?> declared, Random random, int depth) {
        List<Class<?>> choices = choices(declared, depth);
        // Drawn in any case, so that what comes next does not depend on it.
        long seed = random.longRange(0, Long.MAX_VALUE - 1);
        return choices.isEmpty()
                ? null
                : make(choices.get(new SplittableRandom(seed).nextInt(choices.size())), seed, depth);
    }

    /** Those that may stand where a class is declared: near the end of the depth only what does not go on. */
    private List<Class<?>> choices(Class<?> declared, int depth) {
        List<Class<?>> all = reach.choices(declared);
        return depth > 0
                ? all
                : all.stream().filter(each -> !reach.holdsItself(each)).toList();
    }

    private Settings settings(int depth) {
        return Settings.create()
                .set(Keys.COLLECTION_MIN_SIZE, wish.fewest())
                .set(Keys.COLLECTION_MAX_SIZE, wish.most())
                .set(Keys.MAP_MIN_SIZE, wish.fewest())
                .set(Keys.MAP_MAX_SIZE, wish.most())
                .set(Keys.ARRAY_MIN_SIZE, wish.fewest())
                .set(Keys.ARRAY_MAX_SIZE, wish.most())
                .set(Keys.MAX_DEPTH, Math.max(1, depth))
                .set(Keys.MAX_GENERATION_ATTEMPTS, ATTEMPTS)
                .set(Keys.FAIL_ON_ERROR, strict);
    }

    private static TypeTokenSupplier<Object> token(Type type) {
        return () -> type;
    }

    /** Whether a field gets a value at all. */
    private boolean isMade(Field field) {
        int modifiers = field.getModifiers();
        // A final Object is there to be locked, and its constructor has made it.
        boolean monitor = Modifier.isFinal(modifiers)
                && field.getGenericType() == Object.class
                && !field.getDeclaringClass().isRecord();
        return !Modifier.isTransient(modifiers) && !monitor && isMade(field.getType());
    }

    private boolean isMade(Class<?> type) {
        if (type.isArray()) {
            return isMade(type.getComponentType());
        }
        if (!Reach.isOfJava(type)) {
            return !Reach.isAbstract(type) || !reach.choices(type).isEmpty();
        }
        return type.isPrimitive() || type.isEnum() || isFilled(type) || PlainValues.has(type);
    }

    /** Of Java's classes those that Instancio fills with content. */
    static boolean isFilled(Class<?> type) {
        return type == String.class
                || type == Boolean.class
                || type == Character.class
                || Number.class.isAssignableFrom(type) && type.getPackageName().equals("java.lang")
                || type == Iterable.class
                || Collection.class.isAssignableFrom(type)
                || Map.class.isAssignableFrom(type)
                || type == Map.Entry.class
                || type == Optional.class
                || type == AtomicReference.class
                || type == AtomicReferenceArray.class;
    }

    /** Whether a field stays null, or what its constructor makes of it. */
    private boolean isLeftOut(Field field, long seed) {
        if (wish.nullShare() == 0 || field.getType().isPrimitive() || field.getType() == Optional.class) {
            return false;
        }
        long named = (field.getDeclaringClass().getName() + "." + field.getName()).hashCode();
        return new SplittableRandom(seed * 31 + named).nextDouble() < wish.nullShare();
    }

    /** A way to make something that Instancio is to leave as it is. */
    private record Way(Function<Random, @Nullable Object> way) implements Generator<Object> {
        @Override
        @SuppressWarnings("NullAway") // nothing is an answer, and declared by Instancio's documentation only
        public Object generate(Random random) {
            return way.apply(random);
        }

        @Override
        public Hints hints() {
            return Hints.afterGenerate(AfterGenerate.DO_NOT_MODIFY);
        }
    }

    /** Names of the classes that stand for what is abstract, loaded. */
    static Map<Class<?>, List<Class<?>>> loaded(Map<String, List<String>> names, ClassLoader loader) {
        Map<Class<?>, List<Class<?>>> loaded = new LinkedHashMap<>();
        names.forEach((type, classes) -> loaded.put(
                named(type, loader),
                classes.stream().<Class<?>>map(each -> named(each, loader)).toList()));
        return loaded;
    }

    private static Class<?> named(String name, ClassLoader loader) {
        try {
            return Class.forName(name, false, loader);
        } catch (ClassNotFoundException e) {
            throw new UnmadeException("the class " + name + " is not there any more");
        }
    }
}
