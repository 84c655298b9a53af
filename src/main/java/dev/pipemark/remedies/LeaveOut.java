package dev.pipemark.remedies;

import dev.pipemark.api.Shape;
import dev.pipemark.remedies.LogReader.OpenFile;
import java.io.NotSerializableException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Leaves out the parts that are tied to this process. The other side makes its own. There are three ways:
 * {@code transient} with a hook that creates the part again, {@code writeReplace} if a description is easier to send,
 * and {@code @JsonIgnore} for Jackson. {@link Counters} shows the ways side by side, and {@link LogReader} shows an
 * open file.
 */
final class LeaveOut implements Remedy {
    /** Receives a counter and increments it. */
    static final class Counting implements Role {
        private final Wire<Object> wire = Wire.of("java");

        @Override
        public String answer(byte[] message) throws Exception {
            return ((Counters.Counter) wire.value(message)).count();
        }
    }

    /** Receives a reader by Java serialization and reads the next line. */
    static final class ReadingByJava implements Role {
        private final Wire<Object> wire = Wire.of("java");

        @Override
        public String answer(byte[] message) throws Exception {
            try (LogReader reader = (LogReader) wire.value(message)) {
                return reader.nextLine();
            }
        }
    }

    /** Receives a reader as JSON and reads the next line. */
    static final class ReadingByJackson implements Role {
        private final Wire<LogReader> wire = Wire.of("jackson-json", Shape.of(LogReader.class));

        @Override
        public String answer(byte[] message) throws Exception {
            try (LogReader reader = wire.value(message)) {
                return reader.nextLine();
            }
        }
    }

    @Override
    public String id() {
        return "leave-out";
    }

    @Override
    public String title() {
        return "Leave it out and make it again on arrival";
    }

    @Override
    public String problem() {
        return "NotSerializableException for one field of your own class: a lock, a file, a thread or a connection";
    }

    @Override
    public List<Step> demonstrate(Path workDirectory) throws Exception {
        Transcript transcript = new Transcript();
        counters(transcript, workDirectory);
        files(transcript, workDirectory);
        return transcript.steps();
    }

    private static void counters(Transcript transcript, Path workDirectory) throws Exception {
        Wire<Object> byJava = Wire.of("java");
        transcript.refuses(
                "wrong: java, a counter with an Object as its lock",
                NotSerializableException.class,
                () -> byJava.bytes(new Counters.Refused("hits", 3)));
        try (Child child = Child.start(workDirectory, Counting.class)) {
            transcript.wasRefused(
                    "wrong: java, this Object is transient; another process counts, and the field is null there",
                    NullPointerException.class,
                    child.ask(byJava.bytes(new Counters.Forgetful("hits", 3))));
            transcript.shows(
                    "right: java, the Object is transient; readObject creates a new Object",
                    "hits 4",
                    child.ask(byJava.bytes(new Counters.Restored("hits", 3))));
            transcript.shows(
                    "right: java, the Object is transient; readResolve creates a new Object",
                    "hits 4",
                    child.ask(byJava.bytes(new Counters.Resolved("hits", 3))));
            transcript.shows(
                    "right: java, writeReplace sends a description",
                    "hits 4",
                    child.ask(byJava.bytes(new Counters.Replaced("hits", 3))));
        }
    }

    private static void files(Transcript transcript, Path workDirectory) throws Exception {
        Path log = workDirectory.resolve("three-lines.log");
        Files.writeString(log, "first\nsecond\nthird\n");
        Wire<Object> byJava = Wire.of("java");
        Wire<LogReader> byJackson = Wire.of("jackson-json", Shape.of(LogReader.class));
        Wire<OpenFile> wrongByJackson = Wire.of("jackson-json", Shape.of(OpenFile.class));
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            OpenFile open = new OpenFile(log.toString(), file);
            transcript.refuses("wrong: java, an open file", NotSerializableException.class, () -> byJava.bytes(open));
            transcript.refuses(
                    "wrong: jackson-json, an open file, encoded and decoded",
                    RuntimeException.class,
                    () -> wrongByJackson.roundtrip(open));
        }
        try (LogReader reader = new LogReader(log.toString(), 0);
                Child javaChild = Child.start(workDirectory, ReadingByJava.class);
                Child jacksonChild = Child.start(workDirectory, ReadingByJackson.class)) {
            transcript.shows("right: read one line in this process", "first", reader.nextLine());
            transcript.shows(
                    "right: java, writeReplace sends path and position; another process reads the next line",
                    "second",
                    javaChild.ask(byJava.bytes(reader)));
            transcript.shows(
                    "right: jackson-json, @JsonIgnore on the file; another process reads the next line",
                    "second",
                    jacksonChild.ask(byJackson.bytes(reader)));
        }
    }

    @Override
    public List<Variant> variants() {
        return List.of(
                variant("plain-java", new Counters.Plain("hits", 3)),
                variant("read-object-java", new Counters.Restored("hits", 3)),
                variant("read-resolve-java", new Counters.Resolved("hits", 3)),
                variant("write-replace-java", new Counters.Replaced("hits", 3)));
    }

    private static Variant variant(String name, Counters.Counter counter) {
        Wire<Object> wire = Wire.of("java");
        return new Variant(name, () -> wire.roundtrip(counter));
    }
}
