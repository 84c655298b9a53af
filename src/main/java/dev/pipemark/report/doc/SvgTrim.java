package dev.pipemark.report.doc;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes off a drawing of ECharts what a still picture has no use for: half of it is what scripts would need to know, what
 * a pointer would do, and the same font and clip again and again. Nothing but tags is touched: texts are names.
 */
final class SvgTrim {
    /** The font of most texts, said once for all. */
    static final String SIZE = "12px";

    private static final Pattern HOVER = Pattern.compile("(?s)<style\\b.*?</style>\\s*");
    private static final Pattern TAG = Pattern.compile("<[^<>]*>");
    private static final Pattern FOR_SCRIPTS = Pattern.compile(" (?:ecmeta_\\w+|class)=\"[^\"]*\"");
    private static final Pattern FONT = Pattern.compile("font-family:([^;\"]*);");
    private static final Pattern NAMES = Pattern.compile("(\"|url\\(#)zr\\d+-");
    private static final Pattern MOVED =
            Pattern.compile("(translate\\(|matrix\\([^()]*?,[^()]*?,[^()]*?,[^()]*?,)([^()]*)\\)");
    private static final Pattern FINE = Pattern.compile("-?\\d+\\.\\d{2,}(?![\\d.e])");
    private static final Pattern EMPTY = Pattern.compile("></(?:path|rect)>");
    private static final Pattern SPACES = Pattern.compile("(<text\\b[^<>]*?) xml:space=\"preserve\"([^<>]*>[^<]*)");

    /** Seen by nobody, unless it has a stroke. */
    private static final Pattern UNSEEN =
            Pattern.compile("<(?:path|rect)\\b(?![^<>]* stroke=)[^<>]* fill=\"(?:none|transparent)\"[^<>]*/>\\n?");

    /** What carries a label and is itself too small to be seen. */
    private static final Pattern SPECK =
            Pattern.compile("<path\\b[^<>]* transform=\"matrix\\(0\\.00\\d*,0,0,0\\.00\\d*,[^<>]*/>\\n?");

    private static final Pattern CLIP =
            Pattern.compile("<clipPath id=\"([^\"]*)\">(.*?)</clipPath>\\s*", Pattern.DOTALL);
    private static final Pattern CLIPPED = Pattern.compile("url\\(#([^()]*)\\)");

    private SvgTrim() {}

    /**
     * @param svg as ECharts drew it
     * @param names what the names of its parts begin with, so that two drawings share a page
     */
    static String of(String svg, String names) {
        String plain = HOVER.matcher(svg).replaceAll("");
        Matcher fonts = FONT.matcher(plain);
        String font = fonts.find() ? fonts.group(1) : "";
        String trimmed = TAG.matcher(plain).replaceAll(tag -> Matcher.quoteReplacement(tag(tag.group(), font, names)));
        trimmed = EMPTY.matcher(trimmed).replaceAll("/>");
        trimmed = UNSEEN.matcher(trimmed).replaceAll("");
        trimmed = SPECK.matcher(trimmed).replaceAll("");
        trimmed = SPACES.matcher(trimmed).replaceAll(SvgTrim::spaces);
        trimmed = clips(trimmed);
        return font.isEmpty()
                ? trimmed
                : trimmed.replaceFirst(
                        "<svg",
                        Matcher.quoteReplacement("<svg font-family=\"" + font + "\" font-size=\"" + SIZE + "\""));
    }

    private static String tag(String tag, String font, String names) {
        String trimmed = FOR_SCRIPTS.matcher(tag).replaceAll("");
        trimmed = NAMES.matcher(trimmed).replaceAll("$1" + Matcher.quoteReplacement(names));
        if (!font.isEmpty()) {
            trimmed = trimmed.replace("font-family:" + font + ";", "");
            trimmed = trimmed.replace("style=\"font-size:" + SIZE + ";\" ", "").replace(" style=\"\"", "");
        }
        return MOVED.matcher(trimmed)
                .replaceAll(moved -> Matcher.quoteReplacement(moved.group(1) + tenths(moved.group(2)) + ")"));
    }

    /** Where things stand, to a tenth of a pixel. */
    private static String tenths(String numbers) {
        return FINE.matcher(numbers)
                .replaceAll(number -> new BigDecimal(number.group())
                        .setScale(1, RoundingMode.HALF_UP)
                        .stripTrailingZeros()
                        .toPlainString());
    }

    /** They are kept where a text begins or ends with one, or has two together. */
    private static String spaces(MatchResult text) {
        String words = text.group(2).substring(text.group(2).indexOf('>') + 1);
        boolean kept = !words.equals(words.strip()) || words.contains("  ");
        return Matcher.quoteReplacement(kept ? text.group() : text.group(1) + text.group(2));
    }

    /** Of clips of one shape the first serves for all. */
    private static String clips(String svg) {
        Map<String, String> shapes = new HashMap<>();
        Map<String, String> same = new HashMap<>();
        String fewer = CLIP.matcher(svg).replaceAll(clip -> {
            String first = shapes.putIfAbsent(clip.group(2), clip.group(1));
            if (first == null) {
                return Matcher.quoteReplacement(clip.group());
            }
            same.put(clip.group(1), first);
            return "";
        });
        return CLIPPED.matcher(fewer)
                .replaceAll(
                        use -> Matcher.quoteReplacement("url(#" + same.getOrDefault(use.group(1), use.group(1)) + ")"));
    }
}
