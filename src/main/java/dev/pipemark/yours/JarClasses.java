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

/** Lists the classes in a user's jars. */
public final class JarClasses {
    private static final String CLASS = ".class";

    private JarClasses() {}

    /**
     * Returns the names of all classes, sorted within each jar.
     *
     * @throws IOException if a jar cannot be read
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
     * Finds the classes that can stand for interfaces and abstract classes. Abstract and anonymous classes cannot. No class
     * is initialized.
     *
     * @return the names of the classes, by the name of the interface or abstract class. A name without classes is missing.
     * @throws IOException if a jar cannot be read
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
                List<Class<?>> above = wanted.stream()
                        .filter(one -> one.isAssignableFrom(type))
                        .toList();
                if (!above.isEmpty()) {
                    // The types of fields are loaded only now.
                    Reach.of(type, Map.of());
                }
                for (Class<?> one : above) {
                    found.computeIfAbsent(one.getName(), key -> new ArrayList<>())
                            .add(name);
                }
            } catch (ClassNotFoundException | LinkageError | TypeNotPresentException e) {
                // This class needs a class that no jar has, so no value can contain an object of it.
            }
        }
        return found;
    }
}
