package dev.pipemark.cli;

import java.io.Console;
import java.io.PrintStream;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The output of commands: one stream for results and progress, another for errors.
 *
 * @param interactive whether a user watches, so that a line may be overwritten
 */
record Terminal(PrintStream out, PrintStream err, boolean interactive) {
    /** The maximum line length. A longer line would wrap. */
    static final int COLUMNS = 80;

    static Terminal system() {
        return new Terminal(
                new PrintStream(System.out, true, StandardCharsets.UTF_8),
                new PrintStream(System.err, true, StandardCharsets.UTF_8),
                watched());
    }

    /** Shortens a text to at most this many columns. */
    static String fit(String text, int columns) {
        return text.length() <= columns ? text : text.substring(0, columns - 1) + "…";
    }

    /** Breaks a text between words into lines of at most this many columns. A longer word gets a line of its own. */
    static List<String> wrap(String text, int columns) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ")) {
            if (line.length() > 0 && line.length() + 1 + word.length() > columns) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() == 0 ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    /** From Java 22 on, a console may exist without a terminal. A method of its class tells the difference. */
    private static boolean watched() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            Method isTerminal = Console.class.getMethod("isTerminal");
            return (Boolean) isTerminal.invoke(console);
        } catch (NoSuchMethodException e) {
            return true;
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }
}
