package dev.pipemark.yours;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.instancio.Instancio;
import org.instancio.InstancioApi;
import org.instancio.Random;
import org.instancio.Select;
import org.instancio.TargetSelector;
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
 * <p>The suite decides four things itself.
 *
 * <ul>
 *   <li>{@link PlainValues} makes values of some of Java's own classes.
 *   <li>If a declared type is an interface, an abstract class or a class that contains itself, the class of each element is
 *       chosen separately. Each element is then made as a separate value, until the maximum depth is reached. Interfaces and
 *       abstract classes with type parameters are an exception: one class is chosen for all places of one value.
 *   <li>A field keeps the value that the constructor of its owner gave it if its class is tied to the process, such as a
 *       lock or a stream, or if the field is transient.
 *   <li>The seed and the name of a field decide whether the field is null.
 * </ul>
 */
final class Made implements LongFunction<Object> {
    /** The number of levels between an object and an element of a list in a field of this object. */
    private static final int LEVELS = 2;

    /** The number of attempts to add another distinct element. After them, a collection stays smaller. */
    private static final int ATTEMPTS = 100;

    private final Type type;
    private final Wish wish;
    private final Reach reach;

    /** The classes whose elements {@link #nested} makes. */
    private final List<Class<?>> chosen;

    /** The classes that objects may have in each field whose type is a generic interface or abstract class. */
    private final Map<Field, List<Class<?>>> inFields = new LinkedHashMap<>();

    /** The classes that objects may have in every place that declares a generic interface or abstract class. */
    private final Map<Class<?>, List<Class<?>>> everywhere = new LinkedHashMap<>();

    /** The generators of values of those Java classes that Instancio does not make. */
    private final Map<Class<?>, Generator<?>> plain = new LinkedHashMap<>();

    /** Selectors. They are kept, because each records a stack trace when it is created, which takes long. */
    private final Map<Class<?>, TargetSelector> all = new ConcurrentHashMap<>();

    private final Map<Class<?>, TargetSelector> unmade = new ConcurrentHashMap<>();
    private final Map<Integer, Settings> settings = new ConcurrentHashMap<>();

    /** Whether an exception within a value ends the value. Otherwise the place is null. */
    private final boolean strict;

    Made(Type type, Wish wish, Reach reach) {
        this(type, wish, reach, false);
    }

    private Made(Type type, Wish wish, Reach reach, boolean strict) {
        this.strict = strict;
        this.type = type;
        this.wish = wish;
        this.reach = reach;
        this.chosen = reach.abstractTypes().stream()
                .filter(each -> each.getTypeParameters().length == 0)
                .collect(Collectors.toCollection(ArrayList::new));
        reach.selfContaining().stream()
                .filter(each -> each.getTypeParameters().length == 0 && !chosen.contains(each))
                .forEach(chosen::add);
        reach.ofJava().stream()
                .filter(PlainValues::has)
                .forEach(each -> plain.put(each, new Way(random -> PlainValues.make(each, random))));
        reach.genericFields().forEach((field, declared) -> inFields.put(field, reach.choices(declared)));
        reach.abstractTypes().stream()
                .filter(each -> each.getTypeParameters().length > 0 && !each.isSealed())
                .forEach(each -> everywhere.put(each, reach.choicesEverywhere(each)));
    }

    @Override
    public Object apply(long seed) {
        // Without it, the random numbers of consecutive seeds would begin alike.
        Object made = make(type, new SplittableRandom(seed).nextLong(), wish.depth());
        if (made == null && !strict) {
            // If the constructor threw an exception, the strict attempt throws it again.
            return new Made(type, wish, reach, true).apply(seed);
        } else if (made == null) {
            throw new UnmadeException(type.getTypeName() + " cannot be made: no known class extends or implements it");
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
            concrete = one(choices, seed);
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
                .withSettings(settings.computeIfAbsent(depth, this::settings))
                .withSeed(seed)
                .lenient();
        Class<?> root = TypeNames.raw(concrete);
        for (Map.Entry<Class<?>, Generator<?>> each : plain.entrySet()) {
            api = api.supply(all(each.getKey()), each.getValue());
        }
        for (Class<?> each : chosen) {
            if (each.isSealed()) {
                // Without it, Instancio chooses one class for all elements.
                api = api.subtype(all(each), each);
            }
            api = api.supply(
                    each == root ? Select.all(each).atDepth(level -> level > 0) : all(each),
                    new Way(random -> nested(each, random, depth - LEVELS)));
        }
        for (Map.Entry<Field, List<Class<?>>> each : inFields.entrySet()) {
            if (!each.getValue().isEmpty()) {
                Field field = each.getKey();
                api = api.subtype(Select.field(field.getDeclaringClass(), field.getName()), one(each.getValue(), seed));
            }
        }
        for (Map.Entry<Class<?>, List<Class<?>>> each : everywhere.entrySet()) {
            if (!each.getValue().isEmpty()) {
                api = api.subtype(all(each.getKey()), one(each.getValue(), seed));
            }
        }
        if (wish.nullShare() > 0) {
            Predicate<Field> never = unmade(root);
            return api.ignore(Select.fields(field -> never.test(field) || isLeftOut(field, seed)))
                    .create();
        }
        return api.ignore(unmade.computeIfAbsent(root, each -> Select.fields(unmade(each))))
                .create();
    }

    private TargetSelector all(Class<?> type) {
        return all.computeIfAbsent(type, Select::all);
    }

    /**
     * Finds the fields below an object of a class that get no value, and the fields of elements that {@link #nested} makes.
     * Before Instancio makes an object, it lists all fields below it that are not ignored, down to the maximum depth.
     */
    private Predicate<Field> unmade(Class<?> root) {
        Set<Class<?>> pruned = new HashSet<>();
        chosen.forEach(one -> pruned.addAll(line(one)));
        reach.own().stream().filter(one -> !chosen.contains(one)).forEach(one -> pruned.removeAll(line(one)));
        pruned.removeAll(line(root));
        return field -> pruned.contains(field.getDeclaringClass()) || !isMade(field);
    }

    /** A class and its superclasses. */
    private static List<Class<?>> line(Class<?> type) {
        return Stream.<Class<?>>iterate(type, each -> each != null && !Reach.isOfJava(each), Class::getSuperclass)
                .toList();
    }

    private @Nullable Object nested(Class<?> declared, Random random, int depth) {
        List<Class<?>> choices = choices(declared, depth);
        // It is drawn even if it is not used, so that the next random numbers are the same.
        long seed = random.longRange(0, Long.MAX_VALUE - 1);
        return choices.isEmpty() ? null : make(one(choices, seed), seed, depth);
    }

    private static Class<?> one(List<Class<?>> choices, long seed) {
        return choices.get(new SplittableRandom(seed).nextInt(choices.size()));
    }

    /** Returns the classes of objects for a declared class. At depth 0 it leaves out classes that contain themselves. */
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
                .set(Keys.FAIL_ON_ERROR, strict)
                .lock();
    }

    private static TypeTokenSupplier<Object> token(Type type) {
        return () -> type;
    }

    /** Returns whether a field gets a value. */
    private boolean isMade(Field field) {
        int modifiers = field.getModifiers();
        // A final Object is a monitor, which the constructor has made.
        boolean monitor = Modifier.isFinal(modifiers)
                && field.getGenericType() == Object.class
                && !field.getDeclaringClass().isRecord();
        List<Class<?>> choices = inFields.get(field);
        return !Modifier.isTransient(modifiers)
                && !monitor
                && (choices == null ? isMade(field.getType()) : !choices.isEmpty());
    }

    private boolean isMade(Class<?> type) {
        if (type.isArray()) {
            return isMade(type.getComponentType());
        }
        if (!Reach.isOfJava(type)) {
            return !Reach.isAbstract(type) || !reach.choices(type).isEmpty();
        }
        return isMadeOfJava(type);
    }

    /** Whether values of one of Java's classes are made. */
    static boolean isMadeOfJava(Class<?> type) {
        return type.isPrimitive() || type.isEnum() || isFilled(type) || PlainValues.has(type);
    }

    /** Whether Instancio fills this class of Java's with content. */
    private static boolean isFilled(Class<?> type) {
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

    /** Whether a field stays as the constructor left it, which usually is null. */
    private boolean isLeftOut(Field field, long seed) {
        if (field.getType().isPrimitive() || field.getType() == Optional.class) {
            return false;
        }
        long named = (field.getDeclaringClass().getName() + "." + field.getName()).hashCode();
        return new SplittableRandom(seed * 31 + named).nextDouble() < wish.nullShare();
    }

    /** Makes a value that Instancio must not modify. */
    private record Way(Function<Random, @Nullable Object> way) implements Generator<Object> {
        @Override
        @SuppressWarnings("NullAway") // Instancio allows null, but does not declare it
        public Object generate(Random random) {
            return way.apply(random);
        }

        @Override
        public Hints hints() {
            return Hints.afterGenerate(AfterGenerate.DO_NOT_MODIFY);
        }
    }

    /** Loads the classes that stand for interfaces and abstract classes. */
    static Map<Class<?>, List<Class<?>>> loaded(Map<String, List<String>> names, ClassLoader loader) {
        Map<Class<?>, List<Class<?>>> loaded = new LinkedHashMap<>();
        names.forEach((type, classes) -> loaded.put(named(type, loader), loaded(classes, loader)));
        return loaded;
    }

    /** Loads classes by their names. */
    static List<Class<?>> loaded(List<String> names, ClassLoader loader) {
        return names.stream().<Class<?>>map(each -> named(each, loader)).toList();
    }

    private static Class<?> named(String name, ClassLoader loader) {
        try {
            return Class.forName(name, false, loader);
        } catch (ClassNotFoundException e) {
            throw new UnmadeException("the class " + name + " is no longer on the class path");
        }
    }
}
