package dev.pipemark.report.doc;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Text that GitHub's Markdown shows as it is: no name becomes a link, a formula, a picture or a line of its own. */
final class MarkdownText {
    private static final Pattern MARKUP = Pattern.compile("([\\\\`*_\\[\\]~|])");

    /** What would be an address or, by its name, a picture. A time of day is neither. */
    private static final Pattern COLON = Pattern.compile("(?<!\\d):(?=//|[\\w+-]+:)|(?<=\\b[wW]{3})\\.");

    /** What would begin a heading, a list or a line across at the start of a line. */
    private static final Pattern START = Pattern.compile("^([#+=-])|^(\\d+)([.)])");

    private static final Pattern BACKTICKS = Pattern.compile("`+");

    private MarkdownText() {}

    /** Within a line. */
    static String escape(String text) {
        String plain = MARKUP.matcher(text.replaceAll("[\\s\\p{Cntrl}]+", " "))
                .replaceAll("\\\\$1")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("$", "&#36;");
        return COLON.matcher(plain).replaceAll(found -> found.group().equals(".") ? "&#46;" : "&#58;");
    }

    /** A line of its own, or what follows a bullet. */
    static String line(String text) {
        return START.matcher(escape(text.strip())).replaceFirst(found -> {
            String mark = found.group(1);
            return mark == null ? found.group(2) + "\\\\" + found.group(3) : "\\\\" + mark;
        });
    }

    /** Lines to be copied, between fences that none of them can close. */
    static String fenced(List<String> lines) {
        int longest = lines.stream()
                .flatMap(line -> BACKTICKS.matcher(line).results())
                .mapToInt(found -> found.group().length())
                .max()
                .orElse(0);
        String fence = "`".repeat(Math.max(3, longest + 1));
        return lines.stream()
                .map(line -> line.replaceAll("[\\s\\p{Cntrl}]+", " "))
                .collect(Collectors.joining("\n", fence + "\n", "\n" + fence + "\n"));
    }
}
