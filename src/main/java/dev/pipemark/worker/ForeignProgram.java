package dev.pipemark.worker;

import dev.pipemark.api.WireFormat;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A program in any language that speaks the {@link Protocol}. Its arguments are the parent's pid, the name of the format,
 * and the name of the schema's message, which is empty for a format without a schema.
 *
 * @param start the executable, and arguments that come before these three
 */
record ForeignProgram(List<String> start, WireFormat format) implements Program {
    ForeignProgram {
        start = List.copyOf(start);
    }

    @Override
    public List<String> command(Path log) {
        List<String> command = new ArrayList<>(start);
        command.addAll(List.of(Long.toString(ProcessHandle.current().pid()), format.name(), format.message()));
        return command;
    }

    @Override
    public void check(Hello hello) throws IOException {
        if (!hello.codec().equals(format.name()) || !hello.payload().equals(format.message())) {
            throw new WorkerException.Confused("the worker was started for the format "
                    + words(format.name(), format.message()) + " and greets with "
                    + words(hello.codec(), hello.payload()));
        }
    }

    @Override
    public String death(int exitValue, Path log) {
        return Death.ofProgram(exitValue);
    }

    /** A program may look for its own files in the folder where its author runs it. */
    @Override
    public boolean aside() {
        return false;
    }

    private static String words(String format, String message) {
        return message.isEmpty() ? format : format + " and the message " + message;
    }
}
