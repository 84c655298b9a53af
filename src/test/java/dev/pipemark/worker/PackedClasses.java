package dev.pipemark.worker;

import dev.pipemark.api.Libraries;
import dev.pipemark.capability.PayloadService;
import dev.pipemark.capability.ValueService;
import dev.pipemark.conformance.Impostor;
import dev.pipemark.probe.values.Values;
import java.io.BufferedOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.cbor.CBORMapper;

/**
 * The suite and its tests in jars, with few libraries, and an archive of their classes. With the class path of the tests, a
 * worker opens all jars to look for providers, and verifies each class that it loads, which takes most of its start. The JVM
 * archives classes of jars, and not of folders. The files are made once in each JVM that runs tests.
 *
 * @param path the class path
 * @param flags the flag that names the archive. None if this JVM cannot make an archive
 */
record PackedClasses(String path, List<String> flags) {
    /** The libraries that the suite itself needs in a worker, and those of a few codecs. */
    private static final List<String> LIBRARIES = List.of(
            "com.github.luben:zstd-jni",
            "com.esotericsoftware:kryo",
            "tools.jackson.core:jackson-databind",
            "tools.jackson.dataformat:jackson-dataformat-cbor");

    private static final int MAKING_SECONDS = 60;

    /** They are made when a test first asks for them. */
    private static final class Made {
        static final PackedClasses FILES = make();

        private Made() {}
    }

    static PackedClasses made() {
        return Made.FILES;
    }

    private static PackedClasses make() {
        try {
            Path folder = Files.createTempDirectory("pipemark-packed-");
            folder.toFile().deleteOnExit();
            Set<String> libraries = Libraries.jars(LIBRARIES).orElseThrow().keySet();
            List<String> path = new ArrayList<>();
            for (String entry : System.getProperty("java.class.path").split(Pattern.quote(File.pathSeparator))) {
                Path file = Path.of(entry).toAbsolutePath();
                if (Files.isDirectory(file.resolve("dev/pipemark"))) {
                    path.add(packed(file, folder.resolve(path.size() + ".jar")));
                } else if (libraries.contains(String.valueOf(file.getFileName()))) {
                    path.add(file.toString());
                }
            }
            String all = String.join(File.pathSeparator, path);
            return new PackedClasses(all, archive(folder.resolve("classes.jsa"), all));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes the files of a folder into a jar, and returns the jar. */
    private static String packed(Path folder, Path jar) throws IOException {
        jar.toFile().deleteOnExit();
        try (JarOutputStream out = new JarOutputStream(new BufferedOutputStream(Files.newOutputStream(jar)));
                Stream<Path> files = Files.walk(folder)) {
            out.setLevel(Deflater.NO_COMPRESSION);
            for (Iterator<Path> each = files.filter(Files::isRegularFile).iterator(); each.hasNext(); ) {
                Path file = each.next();
                out.putNextEntry(new JarEntry(folder.relativize(file).toString().replace(File.separatorChar, '/')));
                Files.copy(file, out);
                out.closeEntry();
            }
        }
        return jar.toString();
    }

    /** Archives the classes that a worker loads, and returns the flag with which other workers find them there. */
    private static List<String> archive(Path archive, String path) throws IOException {
        List<String> command = new ArrayList<>(List.of(WorkerSettings.ownLauncher()));
        command.addAll(QuickStart.with("-Xmx256m", "-XX:ArchiveClassesAtExit=" + archive));
        command.addAll(List.of("-cp", path, Rehearsal.class.getName()));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        archive.toFile().deleteOnExit();
        try {
            process.getOutputStream().close();
            boolean whole = process.waitFor(MAKING_SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0;
            return whole && Files.exists(archive) ? List.of("-XX:SharedArchiveFile=" + archive) : List.of();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        } finally {
            process.destroyForcibly();
        }
    }

    /** A worker that meets most classes of other workers, and ends. */
    static final class Rehearsal {
        private Rehearsal() {}

        public static void main(String[] arguments) throws Exception {
            Class.forName(PayloadService.class.getName());
            Class.forName(Impostor.class.getName());
            Values.byId();
            for (ObjectMapper mapper : List.of(new JsonMapper(), new CBORMapper())) {
                mapper.readTree(mapper.writeValueAsBytes(List.of("text", 1, 2.5, true)));
            }
            String self = Long.toString(ProcessHandle.current().pid());
            WorkerMain.main(new String[] {self, "java", "int", ValueService.class.getName()});
        }
    }
}
