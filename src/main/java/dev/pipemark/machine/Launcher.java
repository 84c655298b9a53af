package dev.pipemark.machine;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Java launcher, from its own output.
 *
 * @param version the version, such as {@code 25.0.3}
 * @param runtime the line with its builder, such as {@code OpenJDK Runtime Environment Temurin-25.0.3+9 (build …)}
 */
public record Launcher(String version, String runtime) {
    /** The first two lines of {@code --version}. The virtual machine may print warnings before them. */
    private static final Pattern LINES = Pattern.compile("(?m)^\\S+ (\\d[\\w.+-]*)(?: .*)?\\R(.*Runtime.*)$");

    /**
     * Starts a launcher and reads its output.
     *
     * @param flags the flags with which it must start
     * @throws IllegalArgumentException if it is not Java, is older than 9, or does not start with these flags. The message
     *     has its output
     */
    public static Launcher ask(String path, List<String> flags) {
        List<String> command = new ArrayList<>();
        command.add(path);
        command.addAll(flags);
        command.add("--version");
        Command.Answer answer = Command.answer(command);
        Matcher lines = LINES.matcher(answer.text());
        if (!answer.fine() || !lines.find()) {
            throw new IllegalArgumentException(answer.text()
                    .lines()
                    .filter(line -> !line.isBlank() && !line.contains(" warning: "))
                    .findFirst()
                    .orElse("it printed nothing"));
        }
        return new Launcher(lines.group(1), lines.group(2).strip());
    }

    /** Returns the feature version, such as 25. */
    public int feature() {
        return Integer.parseInt(version.replaceFirst("\\D.*", ""));
    }
}
