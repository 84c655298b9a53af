package dev.pipemark.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Command lines as they are typed, and what they print. */
final class Typed {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    /** Runs one to its end, and returns its exit code. */
    int run(List<String> words) {
        return Main.run(
                words,
                new Terminal(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        false));
    }

    /** What all of them printed so far. */
    String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    /** What all of them printed to stderr so far. */
    String err() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
