package dev.pipemark.report.doc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Catches a hue that is too faint on a light or dark page, and a number with too little contrast to its cell. */
class PaletteTest {
    private static final String LIGHT = "#ffffff";
    private static final String DARK = "#0f1419";

    @Test
    void everyHueStandsOutFromBothPages() throws IOException {
        List<String> hues = colors("var pipemarkInks = \\{(.*?)\\};");
        assertThat(hues).hasSizeGreaterThan(5).doesNotHaveDuplicates();
        for (String hue : hues) {
            assertThat(contrast(hue, LIGHT)).as("%s on light", hue).isGreaterThanOrEqualTo(3);
            assertThat(contrast(hue, DARK)).as("%s on dark", hue).isGreaterThanOrEqualTo(3);
        }
    }

    @Test
    void everyHueOfAChartIsInThePalette() throws IOException {
        String script = ChartScripts.own();
        String charts =
                script.substring(script.indexOf("var pipemarkCharts"), script.indexOf("function livePipemarkChart"));
        // White and black are the colours of numbers in cells, and of the hatching of bars.
        assertThat(colors(charts, "(?s)(.*)")).isSubsetOf("#000000", "#FFFFFF");
    }

    @Test
    void faintInkHasContrast() throws IOException {
        double text = number("SOFT_TEXT");
        double line = number("SOFT_LINE");
        for (List<String> page : List.of(
                List.of("#24292f", LIGHT),
                List.of("#1f2328", LIGHT),
                List.of("#d7dce2", DARK),
                List.of("#dfe4ea", DARK))) {
            assertThat(contrast(mixed(page.get(0), page.get(1), text), page.get(1)))
                    .isGreaterThanOrEqualTo(4.5);
            assertThat(contrast(mixed(page.get(0), page.get(1), line), page.get(1)))
                    .isGreaterThanOrEqualTo(3);
        }
    }

    private static List<String> colors(String part) throws IOException {
        return colors(ChartScripts.own(), "(?s)" + part);
    }

    private static List<String> colors(String script, String part) {
        var within = Pattern.compile(part).matcher(script);
        assertThat(within.find()).isTrue();
        return Pattern.compile("#[0-9a-fA-F]{6}\\b")
                .matcher(within.group(1))
                .results()
                .map((MatchResult hit) -> hit.group().toUpperCase(java.util.Locale.ROOT))
                .toList();
    }

    private static double number(String name) throws IOException {
        var found = Pattern.compile("var " + name + " = ([0-9.]+);").matcher(ChartScripts.own());
        assertThat(found.find()).isTrue();
        return Double.parseDouble(found.group(1));
    }

    /** Returns the contrast of two colours as WCAG 2.2 defines it. */
    private static double contrast(String one, String other) {
        double lighter = Math.max(luminance(one), luminance(other));
        double darker = Math.min(luminance(one), luminance(other));
        return (lighter + 0.05) / (darker + 0.05);
    }

    private static double luminance(String color) {
        double[] weights = {0.2126, 0.7152, 0.0722};
        double sum = 0;
        for (int part = 0; part < 3; part++) {
            double value = channel(color, part) / 255.0;
            sum += weights[part] * (value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4));
        }
        return sum;
    }

    private static String mixed(String color, String page, double share) {
        StringBuilder mixed = new StringBuilder("#");
        for (int part = 0; part < 3; part++) {
            long value = Math.round(share * channel(color, part) + (1 - share) * channel(page, part));
            mixed.append(String.format(java.util.Locale.ROOT, "%02x", value));
        }
        return mixed.toString();
    }

    private static int channel(String color, int part) {
        return Integer.parseInt(color.substring(1 + 2 * part, 3 + 2 * part), 16);
    }
}
