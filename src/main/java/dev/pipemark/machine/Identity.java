package dev.pipemark.machine;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * The facts that must be the same for all forks of a run: the code, the JDK and the machine. They are part of a run's
 * settings and are compared when the run is resumed.
 */
public final class Identity {
    private static final String PREFIX = "identity.";

    private Identity() {}

    /**
     * Returns the facts about the code and the JDK alone.
     *
     * @param whose a prefix for the names of the facts. {@link #changes} prints it.
     * @param classPath the class path of forks and workers
     * @param jvm the Java launcher of forks and workers
     * @param environment the environment captured for the run
     * @throws IOException if a part of the class path cannot be read
     */
    public static Map<String, String> of(String whose, String classPath, String jvm, Map<String, String> environment)
            throws IOException {
        Map<String, String> identity = new LinkedHashMap<>();
        identity.put(PREFIX + whose + "code", digest(classPath));
        identity.put(PREFIX + whose + "jdk", jdk(jvm, environment));
        return identity;
    }

    /**
     * Returns the facts about the code, the JDK and the machine.
     *
     * @param classPath the class path of forks and workers
     * @param jvm the Java launcher of forks and workers
     * @param environment the environment captured for the run
     * @throws IOException if a part of the class path cannot be read
     */
    public static Map<String, String> of(String classPath, String jvm, Map<String, String> environment)
            throws IOException {
        Map<String, String> identity = of("", classPath, jvm, environment);
        identity.put(
                PREFIX + "machine",
                environment.getOrDefault("cpu.model", "") + ", " + environment.getOrDefault("cpu.cores.logical", "")
                        + " cores, kernel " + environment.getOrDefault("kernel", "") + ", host " + host());
        return identity;
    }

    /**
     * Returns the fact about a file: a digest of its content.
     *
     * @param what the name of the fact, which {@link #changes} prints
     * @throws IOException if the file cannot be read
     */
    public static Map<String, String> ofFile(String what, String file) throws IOException {
        return Map.of(PREFIX + what, digest(file));
    }

    /**
     * Returns the JDK of the launcher. For another Java than this one, it comes from the release file beside the
     * launcher.
     */
    private static String jdk(String jvm, Map<String, String> environment) {
        Path own = Path.of(System.getProperty("java.home"), "bin", "java");
        if (Path.of(jvm).equals(own)) {
            return environment.getOrDefault("jdk.vm", "") + ", " + environment.getOrDefault("jdk.version", "") + ", "
                    + jvm;
        }
        try (InputStream release =
                Files.newInputStream(Path.of(jvm).toRealPath().resolve("../../release"))) {
            Properties facts = new Properties();
            facts.load(release);
            return String.join(
                    ", ",
                    facts.getProperty("IMPLEMENTOR", "unknown vendor").replace("\"", ""),
                    facts.getProperty("JAVA_RUNTIME_VERSION", facts.getProperty("JAVA_VERSION", "unknown version"))
                            .replace("\"", ""),
                    jvm);
        } catch (IOException e) {
            // Debian's packages have this file in another folder. A launcher without a folder has no such file.
            return jvm;
        }
    }

    /** Returns one sentence for each recorded fact that has changed. */
    public static List<String> changes(Map<String, String> recorded, Map<String, String> now) {
        List<String> changes = new ArrayList<>();
        now.forEach((name, value) -> {
            String then = recorded.getOrDefault(name, "unknown");
            if (!then.equals(value)) {
                changes.add("the " + name.substring(PREFIX.length()) + " changed (was " + then + ", is " + value + ")");
            }
        });
        return changes;
    }

    /** Returns the name of this machine, as far as it is known without the network. */
    public static String host() {
        try {
            Path name = Path.of("/proc/sys/kernel/hostname");
            if (Files.isReadable(name)) {
                return Files.readString(name, StandardCharsets.UTF_8).strip();
            }
        } catch (IOException e) {
            return fallback();
        }
        return fallback();
    }

    private static String fallback() {
        String windows = System.getenv("COMPUTERNAME");
        String unix = System.getenv("HOSTNAME");
        return windows != null ? windows : unix != null ? unix : "host";
    }

    private static String digest(String classPath) throws IOException {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
        for (String part : classPath.split(File.pathSeparator)) {
            Path path = Path.of(part);
            if (Files.isDirectory(path)) {
                try (Stream<Path> walk = Files.walk(path)) {
                    for (Path file : walk.filter(Files::isRegularFile).sorted().toList()) {
                        digest.update(path.relativize(file).toString().getBytes(StandardCharsets.UTF_8));
                        add(file, digest);
                    }
                }
            } else if (Files.exists(path)) {
                add(path, digest);
            }
        }
        return HexFormat.of().formatHex(digest.digest()).substring(0, 16);
    }

    private static void add(Path file, MessageDigest digest) throws IOException {
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
    }
}
