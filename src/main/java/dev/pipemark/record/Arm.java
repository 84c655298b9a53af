package dev.pipemark.record;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Another library version, Java, set of flags or worker, in which codecs run beside themselves. A codec in an arm has an id of
 * its own: {@code kryo@old}. It is a row of the same table as the codec without the arm, and its forks take turns with those of
 * that codec, also if the table is divided into groups.
 *
 * @param name as typed
 * @param jars that stand before all others in the class path of its forks and workers
 * @param jvm the Java launcher of its forks and workers; {@code null} for that of the run
 * @param flags of its forks and workers, behind those of the run
 * @param libraries versions of the libraries that its jars or its Java bring, by {@code groupId:artifactId} or
 *     {@code jdk}, as they themselves say
 * @param java what its Java says of itself; empty where it is that of the run
 * @param worker the executable of the workers of its forks, which are written in another language; {@code null} for the
 *     suite's own workers
 */
public record Arm(
        String name,
        List<String> jars,
        @Nullable String jvm,
        List<String> flags,
        Map<String, String> libraries,
        String java,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String worker) {
    /** Stands between a codec and its arm. No codec's own id has it. */
    private static final String SIGN = "@";

    public Arm {
        jars = List.copyOf(jars);
        flags = List.copyOf(flags);
        libraries = Collections.unmodifiableMap(new LinkedHashMap<>(libraries));
    }

    /** With the suite's own workers. */
    public Arm(
            String name,
            List<String> jars,
            @Nullable String jvm,
            List<String> flags,
            Map<String, String> libraries,
            String java) {
        this(name, jars, jvm, flags, libraries, java, null);
    }

    /** With workers in another language, and all else as without the arm. */
    public static Arm ofWorker(String name, String executable) {
        return new Arm(name, List.of(), null, List.of(), Map.of(), "", executable);
    }

    /** The name of a codec's arm; empty for a codec as it is. */
    public static String of(String codec) {
        int at = codec.indexOf(SIGN);
        return at < 0 ? "" : codec.substring(at + 1);
    }

    /** The id of a codec without its arm. */
    public static String base(String codec) {
        int at = codec.indexOf(SIGN);
        return at < 0 ? codec : codec.substring(0, at);
    }

    /** The same cell of the codec as it is. */
    public static Cell base(Cell cell) {
        return new Cell(cell.benchmark(), base(cell.codec()), cell.payload(), cell.parameters());
    }

    /** The id of a codec in this arm. */
    public String codec(String id) {
        return id + SIGN + name;
    }

    /** The same cell in this arm. */
    public Cell cell(Cell base) {
        return new Cell(base.benchmark(), codec(base.codec()), base.payload(), base.parameters());
    }

    /** Whether it runs on another Java, or with other flags, and so may collect garbage in another way. */
    public boolean otherJava() {
        return jvm != null || !flags.isEmpty();
    }

    /** The file name of its worker; empty for the suite's own workers. */
    public String workerName() {
        return worker == null ? "" : file(worker);
    }

    /** What it is, in a line: {@code com.esotericsoftware:kryo 5.5.0 from kryo-5.5.0.jar; -XX:+UseZGC}. */
    public String words() {
        List<String> parts = new ArrayList<>();
        if (!jars.isEmpty()) {
            String brought = libraries.entrySet().stream()
                    .filter(library -> library.getKey().contains(":"))
                    .map(library -> library.getValue().startsWith("unknown")
                            ? library.getKey()
                            : library.getKey() + " " + library.getValue())
                    .collect(Collectors.joining(", "));
            parts.add(Stream.of(brought, jars.stream().map(Arm::file).collect(Collectors.joining(", ")))
                    .filter(part -> !part.isEmpty())
                    .collect(Collectors.joining(" from ")));
        }
        if (jvm != null) {
            parts.add(java.isEmpty() ? jvm : java);
        }
        if (!flags.isEmpty()) {
            parts.add(String.join(" ", flags));
        }
        if (worker != null) {
            parts.add("worker " + workerName());
        }
        return String.join("; ", parts);
    }

    private static String file(String path) {
        return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    }
}
