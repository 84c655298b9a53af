package dev.pipemark.yours;

import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;

/** The classes in a user's jars. */
public final class JarClasses {
    private static final String CLASS = ".class";

    private JarClasses() {}

    /**
     * The names of all, sorted within each jar.
     *
     * @throws IOException when a jar cannot be read
     */
    public static List<String> names(List<Path> jars) throws IOException {
        List<String> names = new ArrayList<>();
        for (Path path : jars) {
            try (JarFile jar = new JarFile(path.toFile(), false)) {
                jar.stream()
                        .map(ZipEntry::getName)
                        .filter(name ->
                                name.endsWith(CLASS) && !name.startsWith("META-INF/") && !name.contains("-info."))
                        .map(name -> name.substring(0, name.length() - CLASS.length())
                                .replace('/', '.'))
                        .sorted()
                        .forEach(names::add);
            }
        }
        return names;
    }

    /**
     * Those that can stand for each of some interfaces and abstract classes: that can be made, and are no lambda's or
     * anonymous class. No class is initialized.
     *
     * @return by the name of the abstract one; without those for which there is none
     * @throws IOException when a jar cannot be read
     */
    static Map<String, List<String>> implementing(Collection<Class<?>> wanted, List<Path> jars, ClassLoader loader)
            throws IOException {
        Map<String, List<String>> found = new LinkedHashMap<>();
        if (wanted.isEmpty()) {
            return found;
        }
        for (String name : names(jars)) {
            try {
                Class<?> type = Class.forName(name, false, loader);
                if (Reach.isAbstract(type) || Modifier.isAbstract(type.getModifiers()) || type.isAnonymousClass()) {
                    continue;
                }
                for (Class<?> one : wanted) {
                    if (one.isAssignableFrom(type)) {
                        found.computeIfAbsent(one.getName(), key -> new ArrayList<>())
                                .add(name);
                    }
                }
            } catch (ClassNotFoundException | LinkageError e) {
                // It needs a class that is in none of the jars: it cannot be among the values.
                continue;
            }
        }
        return found;
    }
}
