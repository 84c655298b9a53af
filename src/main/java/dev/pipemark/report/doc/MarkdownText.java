package dev.pipemark.report.doc;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Escapes text for GitHub's Markdown, so that no name becomes a link, a formula, a picture or a line of its own. */
final class MarkdownText {
    private static final Pattern MARKUP = Pattern.compile("([\\\\`*_\\[\\]~|])");

    /** The start of an address or of a named emoji. A time of day is neither. */
    private static final Pattern COLON = Pattern.compile("(?<!\\d):(?=//|[\\w+-]+:)|(?<=\\b[wW]{3})\\.");

    /** The start of a heading, a list or a rule. */
    private static final Pattern START = Pattern.compile("^([#+=-])|^(\\d+)([.)])");

    private static final Pattern BACKTICKS = Pattern.compile("`+");

    private MarkdownText() {}

    /** Returns a text that stands within a line. */
    static String escape(String text) {
        String plain = MARKUP.matcher(text.replaceAll("[\\s\\p{Cntrl}]+", " "))
                .replaceAll("\\\\$1")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("$", "&#36;");
        return COLON.matcher(plain).replaceAll(found -> found.group().equals(".") ? "&#46;" : "&#58;");
    }

    /** Returns a text that begins a line, or follows a bullet. */
    static String line(String text) {
        return START.matcher(escape(text.strip())).replaceFirst(found -> {
            String mark = found.group(1);
            return mark == null ? found.group(2) + "\\\\" + found.group(3) : "\\\\" + mark;
        });
    }

    /** Returns lines as a code block. No line can close its fence. */
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
