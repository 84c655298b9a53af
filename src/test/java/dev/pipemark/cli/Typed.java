package dev.pipemark.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Runs command lines as a user types them, and records their output. */
final class Typed {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    /** Runs one command line to its end and returns its exit code. */
    int run(List<String> words) {
        return Main.run(
                words,
                new Terminal(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        false));
    }

    /** Returns the standard output of all command lines so far. */
    String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    /** Returns the standard error of all command lines so far. */
    String err() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
