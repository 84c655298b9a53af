package dev.pipemark.yours;

import dev.pipemark.capability.Unfilled;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Explains which fields are null or empty in every value, the reason, and the remedy. */
public final class WhyUnfilled {
    /** The number of fields at too great a depth that are named. Further ones are counted: a deep class has dozens. */
    private static final int NAMED = 3;

    private final Wish wish;
    private final ClassLoader loader;
    private final Set<String> met;

    private WhyUnfilled(Wish wish, ClassLoader loader, Set<String> met) {
        this.wish = wish;
        this.loader = loader;
        this.met = met;
    }

    /**
     * Returns a sentence for each field. One sentence covers all fields that are too deep.
     *
     * @param unfilled the fields of one payload
     * @param met the names of the classes of all objects in its values
     * @param loader loads the user's classes, and the jar from {@link YourJar}
     */
    public static List<String> told(List<Unfilled> unfilled, Set<String> met, ClassLoader loader) {
        WhyUnfilled why = new WhyUnfilled(wish(loader), loader, met);
        List<String> told = new ArrayList<>();
        List<Unfilled> deep = new ArrayList<>();
        for (Unfilled each : unfilled) {
            if (!why.wish.values().isEmpty()) {
                told.add(what(each));
            } else if (why.isTooDeep(each)) {
                deep.add(each);
            } else {
                told.add(what(each) + ": " + why.reason(each) + "; or give values of your own by --values");
            }
        }
        if (!deep.isEmpty()) {
            told.add(why.tooDeep(deep));
        }
        return told;
    }

    private static Wish wish(ClassLoader loader) {
        try (InputStream in = loader.getResourceAsStream(Wish.RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(Wish.RESOURCE + " is not on the class path");
            }
            return Wish.read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String what(Unfilled unfilled) {
        return unfilled.path() + " is " + (unfilled.empty() ? "empty" : "null") + " in every value (field "
                + unfilled.field() + " of " + unfilled.owner() + ")";
    }

    private String tooDeep(List<Unfilled> deep) {
        String named = deep.stream().limit(NAMED).map(Unfilled::path).collect(Collectors.joining(", "));
        boolean one = deep.size() == 1;
        return "in every value, " + named + (deep.size() > NAMED ? " and " + (deep.size() - NAMED) + " more" : "")
                + (one ? " holds" : " hold") + " nothing, because " + (one ? "it is" : "they are")
                + " deeper than --depth " + wish.depth() + " allows: a larger --depth fills " + (one ? "it" : "them");
    }

    /**
     * Returns whether only the depth can be the reason: the field is below the fields of the value, and objects of its type
     * can be made.
     */
    private boolean isTooDeep(Unfilled unfilled) {
        return wish.nullShare() == 0
                && unfilled.path().replaceAll("[^.\\[]", "").length() > 1
                && field(unfilled)
                        .filter(field -> !Modifier.isTransient(field.getModifiers()))
                        .filter(field -> isMade(field.getGenericType()))
                        .isPresent();
    }

    private boolean isMade(Type type) {
        if (type instanceof ParameterizedType generic) {
            return isMade(generic.getRawType())
                    && Arrays.stream(generic.getActualTypeArguments()).allMatch(this::isMade);
        } else if (type instanceof WildcardType wildcard) {
            return isMade(wildcard.getUpperBounds()[0]);
        } else if (type instanceof GenericArrayType array) {
            return isMade(array.getGenericComponentType());
        } else if (!(type instanceof Class<?> plain)) {
            return false;
        } else if (plain.isArray()) {
            return isMade(plain.getComponentType());
        } else {
            return Reach.isOfJava(plain) ? Made.isMadeOfJava(plain) : occurs(plain);
        }
    }

    /** Returns whether the values contain an object of this class or of a class below it. */
    private boolean occurs(Class<?> type) {
        return met.contains(type.getTypeName()) || known(type).stream().anyMatch(each -> each != type && occurs(each));
    }

    /** Returns the classes below an interface or an abstract class. */
    private List<Class<?>> known(Class<?> type) {
        Class<?>[] permitted = type.isSealed() ? type.getPermittedSubclasses() : null;
        return permitted == null
                ? Made.loaded(wish.implementations().getOrDefault(type.getName(), List.of()), loader)
                : Arrays.asList(permitted);
    }

    private String reason(Unfilled unfilled) {
        Optional<Field> field = field(unfilled);
        if (field.isEmpty()) {
            return "its class cannot be read, so the reason is not known";
        }
        Class<?> type = bare(field.get().getType());
        String name = field.get().getGenericType().getTypeName();
        String depth = "it is deeper than --depth " + wish.depth() + " allows";
        if (Modifier.isTransient(field.get().getModifiers())) {
            return "it is transient, so only the constructor of its class can fill it";
        } else if (Reach.isOfJava(type) && !Made.isMadeOfJava(type)) {
            return "a " + name + " cannot be made of numbers and text: let the constructor of the class make it";
        } else if (Reach.isAbstract(type) && !Reach.isOfJava(type) && !stands(field.get())) {
            return "no class of the jars extends or implements " + name
                    + ": add the jar with such a class by --user-jar";
        } else if (wish.nullShare() > 0) {
            return "--null-share " + wish.nullShare() + " may have made it null in all of them";
        }
        return (unfilled.empty() ? "its elements cannot be made" : "its constructor refuses the made values") + ", or "
                + depth;
    }

    /** Whether a known class fits the declared type of the field. */
    private boolean stands(Field field) {
        Reach reach = Reach.of(field.getGenericType(), Made.loaded(wish.implementations(), loader));
        return field.getGenericType() instanceof ParameterizedType generic
                ? !reach.choices(generic).isEmpty()
                : !reach.choices(bare(field.getType())).isEmpty();
    }

    private static Class<?> bare(Class<?> type) {
        return type.isArray() ? bare(type.getComponentType()) : type;
    }

    private Optional<Field> field(Unfilled unfilled) {
        try {
            for (Class<?> type = Class.forName(unfilled.owner(), false, loader);
                    type != null;
                    type = type.getSuperclass()) {
                Optional<Field> declared = Arrays.stream(type.getDeclaredFields())
                        .filter(each -> each.getName().equals(unfilled.field()))
                        .findFirst();
                if (declared.isPresent()) {
                    return declared;
                }
            }
        } catch (ClassNotFoundException | LinkageError e) {
            // The fields of a class that cannot be loaded here are not known.
            return Optional.empty();
        }
        return Optional.empty();
    }
}
