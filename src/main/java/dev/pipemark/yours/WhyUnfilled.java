package dev.pipemark.yours;

import dev.pipemark.capability.Unfilled;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Optional;

/** Says of a field that holds nothing which it is, why, and what to do about it. */
public final class WhyUnfilled {
    private WhyUnfilled() {}

    /**
     * @param loader of the user's classes
     * @param made whether values are made, and not read from a file
     */
    public static String told(Unfilled unfilled, ClassLoader loader, boolean made) {
        String what = unfilled.path() + " is " + (unfilled.empty() ? "empty" : "null") + " in every value (field "
                + unfilled.field() + " of " + unfilled.owner() + ")";
        return made ? what + ": " + why(unfilled, loader) + "; or give values of your own by --values" : what;
    }

    private static String why(Unfilled unfilled, ClassLoader loader) {
        Optional<Field> field = field(unfilled, loader);
        if (field.isEmpty()) {
            return "nothing is known of this field";
        }
        Class<?> type = field.get().getType();
        String name = type.getTypeName();
        if (Modifier.isTransient(field.get().getModifiers())) {
            return "it is transient, and its constructor leaves it so";
        } else if (!Reach.isOfJava(type) && Reach.isAbstract(type) && type.getTypeParameters().length > 0) {
            return "no values are made of a " + name + ", which is abstract and has type parameters";
        } else if (!Reach.isOfJava(type) && Reach.isAbstract(type)) {
            return "no class of the jars is a " + name + ": name the jar that has one by --user-jar";
        } else if (unfilled.empty()) {
            return "its elements cannot be made, or the value is as deep as --depth lets it be";
        } else if (Reach.isOfJava(type)) {
            return "a " + name + " cannot be made of numbers and text: let the constructor of the class make it";
        }
        return "its constructor refuses what is made, or the value is as deep as --depth lets it be";
    }

    private static Optional<Field> field(Unfilled unfilled, ClassLoader loader) {
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
            // Without it there is no more to say.
            return Optional.empty();
        }
        return Optional.empty();
    }
}
