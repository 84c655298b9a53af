package dev.pipemark.run;

import dev.pipemark.api.Codec;
import dev.pipemark.machine.Launcher;
import dev.pipemark.record.Arm;
import dev.pipemark.record.CodecFacts;
import dev.pipemark.worker.Executable;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the options of arms, and checks the jars, the Java and the worker that they name. */
public final class Arms {
    private static final Pattern TYPED = Pattern.compile("([\\w.+-]+):(lib|jvm|flags|worker)=(.+)");

    /** The suite's classes are compiled for this version. */
    private static final int OLDEST_JAVA = 17;

    private final String name;
    private final List<Path> jars = new ArrayList<>();
    private final List<String> flags = new ArrayList<>();
    private @Nullable String jvm;
    private @Nullable String worker;

    private Arms(String name) {
        this.name = name;
    }

    /**
     * Reads and checks the arms of a run.
     *
     * @param typed the settings, each as {@code NAME:lib=JAR}, {@code NAME:jvm=LAUNCHER}, {@code NAME:flags=FLAGS} or
     *     {@code NAME:worker=EXECUTABLE}
     * @param stock the content of the class path without the jars of the arms
     * @param user JMH's options of the run. An arm uses their Java and their flags unless it has its own
     * @throws IllegalArgumentException if a setting is malformed, if it names a file that is missing or does not run, or if
     *     an arm changes nothing. The message says which, and what to do
     */
    public static List<Arm> of(List<String> typed, Stock stock, JmhArguments user) {
        Map<String, Arms> arms = new LinkedHashMap<>();
        for (String word : typed) {
            Matcher setting = TYPED.matcher(word);
            if (!setting.matches()) {
                throw new IllegalArgumentException("--arm " + word
                        + ": write NAME:lib=JAR, NAME:jvm=LAUNCHER, NAME:flags=FLAGS or NAME:worker=EXECUTABLE, with a"
                        + " name of letters, digits, '.', '_', '+' and '-'");
            }
            arms.computeIfAbsent(setting.group(1), Arms::new).set(setting.group(2), setting.group(3));
        }
        if (arms.isEmpty()) {
            return List.of();
        }
        ForkSettings base = ForkSettings.of(user, Timing.FULL, "none", 0, Path.of(""));
        Map<String, Long> loaded =
                JarContents.classes(Stream.concat(stock.jars().paths().stream(), JarContents.classPath()));
        return arms.values().stream().map(arm -> arm.look(stock, base, loaded)).toList();
    }

    /** Returns whether an arm changes a codec. An arm with a worker changes only some cells of a codec. */
    static boolean affects(Arm arm, CodecFacts codec, Offer offer) {
        // If no codec is known to need a library, it is possible that every codec needs it.
        Set<String> libraries = arm.libraries().keySet();
        return arm.otherJava()
                || offer.needs(codec, libraries)
                || offer.codecs().stream().noneMatch(each -> offer.needs(each, libraries));
    }

    private void set(String what, String value) {
        switch (what) {
            case "lib" -> jars.add(Path.of(value));
            case "flags" -> {
                for (String flag : value.strip().split("\\s+")) {
                    if (!flag.startsWith("-")) {
                        throw wrong("flags=" + value, "'" + flag + "' is not a flag of Java: flags begin with -");
                    }
                    flags.add(flag);
                }
            }
            case "worker" -> {
                if (worker != null && !worker.equals(value)) {
                    throw new IllegalArgumentException("--arm " + name + ": this arm has two workers, " + worker
                            + " and " + value + "; give it one");
                }
                worker = value;
            }
            default -> {
                if (jvm != null && !jvm.equals(value)) {
                    throw new IllegalArgumentException(
                            "--arm " + name + ": this arm has two Javas, " + jvm + " and " + value + "; give it one");
                }
                jvm = value;
            }
        }
    }

    private Arm look(Stock stock, ForkSettings base, Map<String, Long> loaded) {
        if (worker != null) {
            return lookAtWorker(worker);
        }
        Map<String, String> libraries = new LinkedHashMap<>();
        String java = "";
        int feature = Runtime.version().feature();
        if (jvm != null || !flags.isEmpty()) {
            Launcher launcher = launcher(base);
            feature = launcher.feature();
            if (jvm != null) {
                java = launcher.runtime();
                libraries.put("jdk", launcher.version());
            }
        }
        JarContents.Question question = new JarContents.Question("--arm " + name + ":lib=", loaded, List.of(), feature);
        Set<String> shared = new TreeSet<>();
        for (Path path : jars) {
            JarContents jar = JarContents.of(path, question);
            if (jar.holdsSuite()) {
                throw wrong("lib=" + path, "this jar contains classes of the suite: build it without them");
            }
            shared.addAll(jar.shared());
            libraries.putAll(libraries(jar, stock));
        }
        if (!jars.isEmpty() && shared.isEmpty()) {
            throw wrong(
                    "lib=" + jars.get(0), "this arm changes nothing: the jar contains no class that the suite loads");
        }
        return new Arm(
                name, jars.stream().map(jar -> jar.toAbsolutePath().toString()).toList(), jvm, flags, libraries, java);
    }

    private Arm lookAtWorker(String typed) {
        String setting = "worker=" + typed;
        if (jvm != null || !jars.isEmpty() || !flags.isEmpty()) {
            throw wrong(setting, "an arm with a worker cannot also have jars, a Java or flags: make two arms");
        }
        try {
            return Arm.ofWorker(name, Executable.of(typed));
        } catch (IllegalArgumentException e) {
            throw wrong(setting, String.valueOf(e.getMessage()));
        }
    }

    /** Returns the version that the jar states for each library whose classes it contains. */
    private static Map<String, String> libraries(JarContents jar, Stock stock) {
        Map<String, String> libraries = new LinkedHashMap<>();
        jar.versions().forEach((library, version) -> {
            if (JarContents.holds(jar.shared(), library)) {
                libraries.put(library, version);
            }
        });
        // A jar with another groupId can contain the classes of the library.
        boolean unsaid = libraries.isEmpty();
        Set<String> measured = new LinkedHashSet<>();
        stock.catalog().codecs().stream().map(Codec::library).forEach(measured::add);
        for (String library : measured) {
            if (unsaid && JarContents.holds(jar.shared(), library)) {
                libraries.put(library, "unknown, as in " + jar.path().getFileName());
            }
        }
        return libraries;
    }

    /** Starts the arm's Java once, with all flags of the arm's forks. */
    private Launcher launcher(ForkSettings base) {
        if (jvm != null) {
            Path path = Path.of(jvm);
            if (Files.isDirectory(path)) {
                throw wrong("jvm=" + jvm, "this is a folder: name the file bin/java in it");
            } else if (jvm.contains(File.separator) && !Files.isExecutable(path)) {
                throw wrong("jvm=" + jvm, "there is no executable file of that name");
            }
        }
        ForkSettings own = base.in(new Arm(name, List.of(), jvm, flags, Map.of(), ""));
        Launcher launcher;
        try {
            launcher = Launcher.ask(own.jvm(), own.flags());
        } catch (IllegalArgumentException e) {
            throw wrong(
                    jvm == null ? "flags=" + String.join(" ", flags) : "jvm=" + jvm,
                    "Java does not start with the flags of this arm: " + e.getMessage());
        }
        if (launcher.feature() < OLDEST_JAVA) {
            throw wrong(
                    "jvm=" + jvm,
                    "this is Java " + launcher.version() + ", and the suite needs Java " + OLDEST_JAVA + " or newer");
        }
        return launcher;
    }

    private IllegalArgumentException wrong(String setting, String why) {
        return new IllegalArgumentException("--arm " + name + ":" + setting + ": " + why);
    }
}
