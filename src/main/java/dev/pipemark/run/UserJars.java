package dev.pipemark.run;

import dev.pipemark.api.Codec;
import dev.pipemark.api.CodecProvider;
import dev.pipemark.api.Libraries;
import dev.pipemark.api.PayloadProvider;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The jars that a user names. They come before the suite's own in the class path of forks and workers. A class that is
 * in both is loaded from the user's jar, and reports show the version of the user's library.
 *
 * @param versions the versions of the libraries in these jars, by {@code groupId:artifactId}, from the jars themselves
 * @param replaced for each jar, the packages in which the suite has other classes with the same names
 * @param unlisted the jars that neither list a provider nor replace a class; the other jars may need them
 */
record UserJars(List<Path> paths, Map<String, String> versions, Map<Path, Set<String>> replaced, List<Path> unlisted) {
    private static final List<String> SERVICES = List.of(
            "META-INF/services/" + CodecProvider.class.getName(),
            "META-INF/services/" + PayloadProvider.class.getName());

    /**
     * Reads the jars.
     *
     * @throws IllegalArgumentException if one does not exist, is not a jar, or cannot be used. The message has the reason.
     */
    static UserJars of(List<Path> paths) {
        Map<String, String> versions = new LinkedHashMap<>();
        Map<Path, Set<String>> replaced = new LinkedHashMap<>();
        List<Path> unlisted = new ArrayList<>();
        JarContents.Question question = new JarContents.Question(
                "--user-jar ",
                paths.isEmpty() ? Map.of() : JarContents.classes(JarContents.classPath()),
                SERVICES,
                Runtime.version().feature());
        for (Path path : paths) {
            JarContents jar = JarContents.of(path, question);
            // A jar that replaces no class leaves the suite's libraries as they are. A jar that replaces classes of one
            // library may hold another library under other names.
            jar.versions().forEach((library, version) -> {
                if (JarContents.holds(jar.replaced(), library)
                        || Libraries.version(library).equals("unknown")) {
                    versions.putIfAbsent(library, version);
                }
            });
            if (!jar.replaced().isEmpty()) {
                replaced.put(path, jar.replaced());
            } else if (!jar.lists()) {
                unlisted.add(path);
            }
        }
        if (!paths.isEmpty() && unlisted.size() == paths.size()) {
            throw new IllegalArgumentException(
                    "--user-jar " + joined(unlisted) + ": it lists neither codecs nor payloads: put a file "
                            + SERVICES.get(0) + " (or PayloadProvider) into it, with the name of your provider class");
        }
        return new UserJars(List.copyOf(paths), versions, replaced, unlisted);
    }

    /** Returns the class path of forks and workers, in absolute paths, since they may start in another folder. */
    String classPath() {
        return Stream.concat(paths.stream(), JarContents.classPath())
                .map(part -> part.toAbsolutePath().toString())
                .distinct()
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** Returns the version of a codec's library that forks and workers load, whatever the codec declares. */
    String version(Codec codec) {
        String library = codec.library();
        String known = versions.get(library);
        if (known != null) {
            return known;
        }
        for (Map.Entry<Path, Set<String>> jar : replaced.entrySet()) {
            if (JarContents.holds(jar.getValue(), library)) {
                return "unknown, as in " + jar.getKey().getFileName();
            }
        }
        String packaged = Libraries.version(library);
        return packaged.equals("unknown") ? codec.version() : packaged;
    }

    /**
     * Returns the jars that a codec brings, with their bytes by file name. Empty if they are not the suite's: the codec
     * names artifacts that the suite does not have, or these jars replace one of them.
     */
    Optional<Map<String, Long>> brought(Codec codec) {
        boolean foreign = codec.artifacts().stream()
                .anyMatch(artifact -> versions.containsKey(artifact)
                        || replaced.values().stream().anyMatch(packages -> JarContents.holds(packages, artifact)));
        return foreign ? Optional.empty() : Libraries.jars(codec.artifacts());
    }

    /** Returns the versions of all libraries: the suite's, or those of these jars if they replace them. */
    Map<String, String> libraries() {
        Map<String, String> all = new LinkedHashMap<>(Libraries.all());
        all.putAll(versions);
        return all;
    }

    /** Returns one line for each jar that replaces classes of the suite. */
    List<String> notes() {
        List<String> notes = new ArrayList<>();
        replaced.forEach((path, packages) -> notes.add("every codec runs with the classes of " + path.getFileName()
                + " where the suite has others of the same names: in " + String.join(", ", packages)));
        unlisted.forEach(path -> notes.add(
                path.getFileName() + " lists neither codecs nor payloads: its classes are only for the other jars"));
        return notes;
    }

    private static String joined(List<Path> paths) {
        return paths.stream().map(Path::toString).collect(Collectors.joining(", "));
    }
}
