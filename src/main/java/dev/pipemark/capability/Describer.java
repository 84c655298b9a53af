package dev.pipemark.capability;

import dev.pipemark.capability.Place.Weight;
import dev.pipemark.probe.values.Value;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Describes one value by inspection, without a codec. JDK objects are described by their public methods, functions by
 * their interfaces, and other objects by all their fields, including private ones. Equal values have equal descriptions
 * in every JVM.
 */
final class Describer {
    /** The maximum depth of a description. The probe asks questions about deeper values instead. */
    private static final int DEEPEST = 200;
    /** Longer arrays and collections are described by a digest of their elements. */
    private static final int MOST_PARTS = 2_000;

    private final Map<Object, String> met;

    /** The fields of each class. Reflection makes new ones for each request, which takes longer than to read them. */
    private final Map<Class<?>, List<Field>> declared = new HashMap<>();

    private Describer() {
        this(Map.of());
    }

    private Describer(Map<Object, String> met) {
        this.met = new IdentityHashMap<>(met);
    }

    /** Describes a value of this kind, or the object that was received instead. */
    static <T> Place describe(Value<T> kind, @Nullable Object value) {
        List<Place> parts = new ArrayList<>();
        String type = value == null ? Place.NOTHING : Types.name(value.getClass());
        String text = "";
        if (!kind.describedByAnswers()) {
            Place seen = describe(kind.called(), value);
            text = seen.text();
            parts.addAll(seen.parts());
        }
        for (Value.Question<T> question : kind.questions()) {
            parts.add(answer(question, value));
        }
        return new Place(kind.called(), type, text, Weight.CONTENT, "", parts);
    }

    /**
     * Describes a value without questions.
     *
     * @param name the beginning of the paths into it, or empty for none
     */
    static Place describe(String name, @Nullable Object value) {
        return new Describer().place(name, value, Weight.CONTENT, "", 0);
    }

    /** The received object may have another class than the declared one. Then the failed cast is the answer. */
    @SuppressWarnings("unchecked")
    private static <T> Place answer(Value.Question<T> question, @Nullable Object value) {
        Weight weight = question.essential() ? Weight.BEHAVIOUR : Weight.ASPECT;
        try {
            Object answer = ask(question, (T) value);
            return new Describer().place(question.name(), answer, weight, "", 0);
        } catch (Exception | LinkageError | StackOverflowError | AssertionError e) {
            return new Place(question.name(), Place.THROWN, e.getClass().getSimpleName(), weight, "", List.of());
        }
    }

    @SuppressWarnings("NullAway") // a codec may decode null; the question then fails
    private static <T> @Nullable Object ask(Value.Question<T> question, @Nullable T value) throws Exception {
        return question.asked().of(value);
    }

    /** Returns the content of a value without its classes. Equal content gives equal text. */
    static String content(Object value) {
        return new Describer().place("", value, Weight.CONTENT, "", 0).content();
    }

    private Place place(String label, @Nullable Object value, Weight weight, String above, int depth) {
        String path = above + label;
        if (value == null) {
            return new Place(label, Place.NOTHING, "", weight, "", List.of());
        }
        String type = Types.name(value.getClass());
        if (depth > DEEPEST) {
            return new Place(label, type, "(deeper than described)", weight, "", List.of());
        }
        Optional<String> text = Texts.of(value);
        if (value instanceof String
                || value instanceof Number
                        && !(value instanceof BigDecimal)
                        && text.isPresent()
                        && !Types.haveIdentity(value)) {
            return new Place(label, type, text.orElse(""), weight, "", List.of());
        }
        boolean byIdentity = Types.haveIdentity(value);
        if (byIdentity) {
            String before = met.putIfAbsent(value, path.isEmpty() ? Place.ROOT : path);
            if (before != null) {
                return new Place(label, type, "", weight, before, List.of());
            }
        }
        List<Place> parts = new ArrayList<>();
        String shown = text.orElse("");
        try {
            shown += inside(value, path, depth + 1, parts);
        } catch (RuntimeException | ReflectiveOperationException | LinkageError e) {
            shown += "(" + e.getClass().getSimpleName() + " when looked at)";
        }
        return new Place(label, type, shown, weight, "", parts);
    }

    /** Adds the parts of a value. If there are too many, returns a text that stands for them. */
    private String inside(Object value, String path, int depth, List<Place> parts) throws ReflectiveOperationException {
        String digest = "";
        if (value.getClass().isArray()) {
            digest = elements(arrayElements(value), path, depth, parts);
        } else if (value instanceof Map<?, ?> map) {
            digest = entries(map, path, depth, parts);
        } else if (value instanceof Collection<?> collection) {
            digest = Types.ordered(collection)
                    ? elements(new ArrayList<>(collection), path, depth, parts)
                    : members(collection, path, depth, parts);
        } else if (value instanceof Map.Entry<?, ?> entry && Types.isJdk(value.getClass())) {
            parts.add(place(".key", entry.getKey(), Weight.CONTENT, path, depth));
            parts.add(place(".value", entry.getValue(), Weight.CONTENT, path, depth));
        } else if (value instanceof Optional<?> optional) {
            optional.ifPresent(present -> parts.add(place(".value", present, Weight.CONTENT, path, depth)));
        } else if (value instanceof AtomicReference<?> reference) {
            parts.add(place(".value", reference.get(), Weight.CONTENT, path, depth));
        } else if (value instanceof BigDecimal decimal) {
            parts.add(place(".scale", decimal.scale(), Weight.ASPECT, path, depth));
        } else if (value instanceof Throwable thrown) {
            thrown(thrown, path, depth, parts);
        }
        if (value.getClass().isRecord()) {
            components(value, path, depth, parts);
        } else if (!(value instanceof Enum<?>) && !Types.isFunction(value.getClass())) {
            fields(value, path, depth, parts);
        }
        return digest;
    }

    private static List<@Nullable Object> arrayElements(Object array) {
        List<@Nullable Object> elements = new ArrayList<>();
        for (int i = 0; i < Array.getLength(array); i++) {
            elements.add(Array.get(array, i));
        }
        return elements;
    }

    private String elements(List<? extends @Nullable Object> elements, String path, int depth, List<Place> parts) {
        if (elements.size() > MOST_PARTS) {
            StringBuilder contents = new StringBuilder();
            for (Object element : elements) {
                contents.append(
                                Texts.isPlain(element)
                                        ? element
                                        : place("", element, Weight.CONTENT, path, depth)
                                                .content())
                        .append(' ');
            }
            return elements.size() + " elements, " + Texts.digest(contents.toString());
        }
        for (int i = 0; i < elements.size(); i++) {
            parts.add(place("[" + i + "]", elements.get(i), Weight.CONTENT, path, depth));
        }
        return "";
    }

    /** Labels members without order by their content, and sorts them by label. */
    private String members(Collection<?> members, String path, int depth, List<Place> parts) {
        Map<String, Integer> times = new HashMap<>();
        List<Place> places = new ArrayList<>();
        for (Object member : members) {
            places.add(place(Place.member(alone(member, depth), times), member, Weight.CONTENT, path, depth));
        }
        if (members instanceof LinkedHashSet<?> || members instanceof SortedSet<?>) {
            parts.add(order(places));
        }
        places.sort(Comparator.comparing(Place::label));
        return addOrDigest(places, parts);
    }

    /**
     * Labels entries by their keys, as fields are labelled by their names. An object that arrives as a map then has the
     * same content. If a key is not a string, it gets an additional place, which shows its class.
     */
    private String entries(Map<?, ?> map, String path, int depth, List<Place> parts) {
        List<Place> values = new ArrayList<>();
        List<Place> keys = new ArrayList<>();
        Map<String, Integer> times = new HashMap<>();
        List<Map.Entry<?, ?>> entries = new ArrayList<>(map.entrySet());
        if (map instanceof IdentityHashMap<?, ?>) {
            // The order of iteration differs between JVMs. Unsorted keys of equal content would get other numbers.
            entries.sort(
                    Comparator.comparing(entry -> alone(entry.getKey(), depth).content()
                            + alone(entry.getValue(), depth).content()));
        }
        for (Map.Entry<?, ?> entry : entries) {
            Object key = entry.getKey();
            String content = alone(key, depth).content();
            int again = times.merge(content, 1, Integer::sum);
            String label = "." + content + (again == 1 ? "" : "#" + again);
            values.add(place(label, entry.getValue(), Weight.CONTENT, path, depth));
            if (!(key instanceof String)) {
                keys.add(place("(key)" + label, key, Weight.CONTENT, path, depth));
            }
        }
        parts.add(new Place(Place.MAP, Place.MAP, "", Weight.ASPECT, "", List.of()));
        // A map of a library may have an order too. It is compared only with that of a map that has one.
        if (map instanceof LinkedHashMap<?, ?>
                || map instanceof SortedMap<?, ?>
                || !Types.isJdk(map.getClass()) && !(map instanceof HashMap<?, ?>)) {
            parts.add(order(values));
        }
        values.sort(Comparator.comparing(Place::label));
        keys.sort(Comparator.comparing(Place::label));
        values.addAll(keys);
        return addOrDigest(values, parts);
    }

    /** Describes a value for use as a label. This description uses the objects met so far, but adds none to them. */
    private Place alone(@Nullable Object value, int depth) {
        // A text holds no other object, so the objects met so far need not be copied for it.
        Describer apart = value instanceof String ? new Describer() : new Describer(met);
        return apart.place("", value, Weight.CONTENT, "", depth);
    }

    private static Place order(List<Place> places) {
        String labels = places.stream().map(Place::label).collect(Collectors.joining(" "));
        return new Place("(order)", "order", Texts.brief(labels), Weight.ASPECT, "", List.of());
    }

    private static String addOrDigest(List<Place> places, List<Place> parts) {
        if (places.size() <= MOST_PARTS) {
            parts.addAll(places);
            return "";
        }
        String contents =
                places.stream().map(place -> place.label() + place.content()).collect(Collectors.joining(" "));
        return places.size() + " elements, " + Texts.digest(contents);
    }

    private void thrown(Throwable thrown, String path, int depth, List<Place> parts) {
        parts.add(place(".message", thrown.getMessage(), Weight.CONTENT, path, depth));
        parts.add(place(".cause", thrown.getCause(), Weight.CONTENT, path, depth));
        parts.add(place(".suppressed", List.of(thrown.getSuppressed()), Weight.CONTENT, path, depth));
        StackTraceElement[] stack = thrown.getStackTrace();
        String top = stack.length == 0 ? "no stack trace" : stack[0].getClassName() + "." + stack[0].getMethodName();
        parts.add(place(".stackTrace[0]", top, Weight.ASPECT, path, depth));
    }

    private void components(Object value, String path, int depth, List<Place> parts)
            throws ReflectiveOperationException {
        for (RecordComponent component : value.getClass().getRecordComponents()) {
            Method accessor = component.getAccessor();
            accessor.setAccessible(true);
            try {
                parts.add(place("." + component.getName(), accessor.invoke(value), Weight.CONTENT, path, depth));
            } catch (InvocationTargetException e) {
                parts.add(new Place(
                        "." + component.getName(),
                        Place.THROWN,
                        e.getCause() == null ? "" : e.getCause().getClass().getSimpleName(),
                        Weight.CONTENT,
                        "",
                        List.of()));
            }
        }
    }

    /** Adds the fields of classes outside the JDK. Fields of JDK classes are implementation details. */
    private void fields(Object value, String path, int depth, List<Place> parts) throws IllegalAccessException {
        Weight ownWeight = value instanceof Collection<?> || value instanceof Map<?, ?> ? Weight.STATE : Weight.CONTENT;
        Set<String> names = new LinkedHashSet<>();
        for (Class<?> type = value.getClass(); type != null; type = type.getSuperclass()) {
            if (Types.isJdk(type)) {
                continue;
            }
            for (Field field : declared.computeIfAbsent(type, Describer::declared)) {
                // A subclass may declare a field with the same name as its superclass.
                String label = "." + field.getName() + (names.add(field.getName()) ? "" : "@" + type.getSimpleName());
                Weight weight = Modifier.isTransient(field.getModifiers()) ? Weight.ASPECT : ownWeight;
                parts.add(place(label, field.get(value), weight, path, depth));
            }
        }
    }

    private static List<Field> declared(Class<?> type) {
        List<Field> fields = new ArrayList<>();
        for (Field field : type.getDeclaredFields()) {
            if (!Modifier.isStatic(field.getModifiers())) {
                field.setAccessible(true);
                fields.add(field);
            }
        }
        return fields;
    }
}
