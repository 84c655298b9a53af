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
 * Another library version, Java, set of flags or worker for codecs of a run. A codec in an arm has an id of its own, such as
 * {@code kryo@old}. It is a row of the same table as the codec without the arm, and its forks take turns with those of that
 * codec, also if the table is divided into groups.
 *
 * @param name the name as typed
 * @param jars the jars that come before all others in the class path of its forks and workers
 * @param jvm the Java launcher of its forks and workers; {@code null} for the launcher of the run
 * @param flags the flags of its forks and workers. They come after the flags of the run.
 * @param libraries the versions of the libraries in its jars and of its Java, by {@code groupId:artifactId} or
 *     {@code jdk}, as the jars and the Java state them
 * @param java the description that its Java prints of itself; empty if the arm has the Java of the run
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
    /** The character between the id of a codec and the name of its arm. The id of an ordinary codec does not contain it. */
    private static final String SIGN = "@";

    public Arm {
        jars = List.copyOf(jars);
        flags = List.copyOf(flags);
        libraries = Collections.unmodifiableMap(new LinkedHashMap<>(libraries));
    }

    /** Creates an arm with the suite's own workers. */
    public Arm(
            String name,
            List<String> jars,
            @Nullable String jvm,
            List<String> flags,
            Map<String, String> libraries,
            String java) {
        this(name, jars, jvm, flags, libraries, java, null);
    }

    /** Returns an arm that differs from the run only by its workers, which are in another language. */
    public static Arm ofWorker(String name, String executable) {
        return new Arm(name, List.of(), null, List.of(), Map.of(), "", executable);
    }

    /** Returns the name of a codec's arm, or an empty text for a codec that is in no arm. */
    public static String of(String codec) {
        int at = codec.indexOf(SIGN);
        return at < 0 ? "" : codec.substring(at + 1);
    }

    /** Returns the id of a codec without its arm. */
    public static String base(String codec) {
        int at = codec.indexOf(SIGN);
        return at < 0 ? codec : codec.substring(0, at);
    }

    /** Returns the same cell of the codec without its arm. */
    public static Cell base(Cell cell) {
        return new Cell(cell.benchmark(), base(cell.codec()), cell.payload(), cell.parameters());
    }

    /** Returns the id of a codec in this arm. */
    public String codec(String id) {
        return id + SIGN + name;
    }

    /** Returns the same cell in this arm. */
    public Cell cell(Cell base) {
        return new Cell(base.benchmark(), codec(base.codec()), base.payload(), base.parameters());
    }

    /** Returns whether this arm has another Java or other flags. Its garbage collection may then differ. */
    public boolean otherJava() {
        return jvm != null || !flags.isEmpty();
    }

    /** Returns the file name of its worker, or an empty text for the suite's own workers. */
    public String workerName() {
        return worker == null ? "" : file(worker);
    }

    /** Returns one line that describes this arm: {@code com.esotericsoftware:kryo 5.5.0 from kryo-5.5.0.jar; -XX:+UseZGC}. */
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
