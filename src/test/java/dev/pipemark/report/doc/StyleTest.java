package dev.pipemark.report.doc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Catches colours with too little contrast to their background (WCAG 2.2, 1.4.3 and 1.4.11), in every set of colours. */
class StyleTest {
    private static final Pattern COLOURS =
            Pattern.compile("([^{}]+)\\{\\s*(?:color-scheme:[^;]+;\\s*)?(--ink:[^}]+)\\}");
    private static final Pattern COLOUR = Pattern.compile("--([a-z]+): (#[0-9a-f]{6});");

    private static final Map<String, Map<String, String>> SETS = new LinkedHashMap<>();

    @BeforeAll
    static void read() throws IOException {
        COLOURS.matcher(style()).results().forEach(set -> {
            Map<String, String> colours = new LinkedHashMap<>();
            COLOUR.matcher(set.group(2)).results().forEach(found -> colours.put(found.group(1), found.group(2)));
            SETS.put(set.group(1).strip(), colours);
        });
    }

    @Test
    void thereAreLightDarkChosenDarkAndPaper() {
        assertThat(SETS).hasSize(4);
        assertThat(SETS.get(":root:not([data-theme=\"light\"])"))
                .as("dark by the system, and by choice")
                .isNotNull()
                .isEqualTo(SETS.get(":root[data-theme=\"dark\"]"));
        assertThat(SETS.values())
                .allSatisfy(
                        set -> assertThat(set).containsOnlyKeys("ink", "soft", "page", "band", "line", "link", "mark"));
    }

    @Test
    void textCanBeRead() {
        List<String> faint = new ArrayList<>();
        SETS.forEach((name, set) -> {
            for (String text : List.of("ink", "soft", "link")) {
                for (String behind : List.of("page", "band", "mark")) {
                    double contrast = contrast(set.getOrDefault(text, ""), set.getOrDefault(behind, ""));
                    if (contrast < 4.5) {
                        faint.add(name + ": " + text + " on " + behind + " " + contrast);
                    }
                }
            }
        });
        assertThat(faint).isEmpty();
    }

    @Test
    void theFormulaIsTheStandards() {
        assertThat(contrast("#000000", "#ffffff")).isEqualTo(21);
        assertThat(contrast("#777777", "#ffffff")).isBetween(4.47, 4.49);
    }

    private static double contrast(String one, String other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(String colour) {
        double[] weights = {0.2126, 0.7152, 0.0722};
        double sum = 0;
        for (int at = 0; at < weights.length; at++) {
            double channel = Integer.parseInt(colour, 1 + 2 * at, 3 + 2 * at, 16) / 255.0;
            sum += weights[at] * (channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4));
        }
        return sum;
    }

    private static String style() throws IOException {
        try (InputStream in = StyleTest.class.getResourceAsStream("/dev/pipemark/report/report.css")) {
            assertThat(in).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
