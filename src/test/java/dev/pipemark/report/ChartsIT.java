package dev.pipemark.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pipemark.record.Metric;
import dev.pipemark.record.PairCheck;
import dev.pipemark.record.Run;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Catches a chart whose names are read as markup or lost, and numbers that stop a drawing. */
@Timeout(value = 300, unit = TimeUnit.SECONDS)
class ChartsIT {
    private static final String TEMPLATE = "{a|b} {name} {@value}";
    private static final String QUOTES = "\"q\" 'q' &amp;";
    private static final String RIGHT_TO_LEFT = "\u05e9\u05dc\u05d5\u05dd";
    private static final String PICTURE = "\uD83D\uDE80 go";
    private static final String ROOT = "constructor";
    private static final String LONG = "long-" + "x".repeat(300);

    /** Names that fit beside an axis, and must therefore be shown in full. */
    private static final List<String> SHOWN =
            List.of("plain", CannedRuns.SCRIPT, CannedRuns.FORMULA, TEMPLATE, QUOTES, RIGHT_TO_LEFT, PICTURE, ROOT);

    private static final Map<String, Run> RUNS = Map.of(
            "hostile", hostile(SHOWN, 3),
            "long", hostile(List.of("plain", LONG), 3),
            "many", hostile(numbered(30), 3),
            "gaps", gaps());

    @TempDir
    static Path folder;

    private static final List<Browser> OPEN = new ArrayList<>();

    @BeforeAll
    static void write() throws Exception {
        Assumptions.assumeTrue(Browser.installed(), Browser.MISSING);
        for (Map.Entry<String, Run> run : RUNS.entrySet()) {
            Reports.write(run.getValue(), folder.resolve(run.getKey()));
        }
        OPEN.add(Browser.start(folder.resolve("profile"), true));
    }

    @AfterAll
    static void close() {
        OPEN.forEach(Browser::close);
    }

    @Test
    void everyKindIsDrawn() {
        assertThat(open("hostile").texts("Array.from(document.querySelectorAll('figure'), each => each.dataset.chart)"))
                .contains("tradeOff", "stages", "tail", "windows");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hostile", "long", "many", "gaps"})
    void drawingsHaveNumbersOnly(String run) {
        assertThat(open(run).texts("Array.from(document.querySelectorAll('.live'), each => each.innerHTML)"))
                .isNotEmpty()
                .allSatisfy(
                        drawing -> assertThat(drawing).contains("<svg").doesNotContain("NaN", "undefined", "Infinity"));
    }

    @Test
    void namesAreShownToTheLetter() {
        Browser browser = open("hostile");
        for (String chart : List.of("tail-order", "stages-order", "windows-order")) {
            assertThat(names(browser, chart)).as(chart).contains(SHOWN.toArray(String[]::new));
        }
    }

    @Test
    void everyCodecOfThirtyHasItsRow() {
        Browser browser = open("many");
        for (String chart : List.of("tail-order", "stages-order")) {
            assertThat(names(browser, chart)).as(chart).contains(numbered(30).toArray(String[]::new));
        }
    }

    @Test
    void aLongNameIsCut() {
        assertThat(names(open("long"), "tail-order"))
                .anyMatch(text -> text.startsWith("long-x") && text.endsWith("…") && text.length() < 60);
    }

    @Test
    void unknownValuesLeaveAGap() {
        Browser browser = open("gaps");
        // Only the median of c is known. p99 of b is unknown.
        assertThat(names(browser, "tail-order")).contains("a", "b").doesNotContain("c");
        assertThat(names(browser, "windows-order")).contains("a", "b").doesNotContain("nan");
    }

    /** Opens the report of a run, with all its charts drawn. */
    private static Browser open(String run) {
        Browser browser = OPEN.get(0);
        browser.open(folder.resolve(run).resolve("report.html"), 1280, false);
        BrowserIT.allLive(browser);
        assertThat(browser.complaints()).as("console of %s", run).isEmpty();
        return browser;
    }

    /** Returns the texts of a chart. */
    private static List<String> names(Browser browser, String chart) {
        return browser.texts(
                "Array.from(document.querySelectorAll('#figure-%s .live svg text'), each => each.textContent)"
                        .formatted(chart));
    }

    private static List<String> numbered(int codecs) {
        List<String> names = new ArrayList<>();
        for (int codec = 1; codec <= codecs; codec++) {
            names.add("codec-" + codec);
        }
        return names;
    }

    /** Returns all charts of two payloads, with codecs of these names. */
    private static Run hostile(List<String> codecs, int rounds) {
        RunBuilder run = new RunBuilder(rounds).payload("order", "instances").payload("event", "instances");
        for (int at = 0; at < codecs.size(); at++) {
            String codec = codecs.get(at);
            run.codec(codec, at % 2 == 0 ? "tuned" : "idiomatic", true);
            double cost = 1_000 * (1 + at);
            run.cell("stream", codec, "order", "transport=pipe window=64", rates(cost, rounds));
            run.cell("stream", codec, "order", "transport=pipe window=1", rates(9 * cost, rounds));
            run.cell("stream", codec, "event", "transport=pipe window=64", rates(2 * cost, rounds));
            run.cell(
                    "roundTrip",
                    codec,
                    "order",
                    "transport=pipe",
                    trip(cost),
                    50_000 + cost,
                    51_000 + cost,
                    52_000 + cost);
            run.cell("split", codec, "order", "transport=pipe", split(cost), 60_000, 61_000, 62_000);
            run.size(codec, "order", 100 + 7 * at, 90, 400);
        }
        return run.run();
    }

    /** Codecs with missing numbers: no rate, no p99, only the median, and a pair that does not travel. */
    private static Run gaps() {
        Map<Metric, Double> partly = new EnumMap<>(Metric.class);
        partly.put(Metric.P50, 10_000.0);
        partly.put(Metric.P99, Double.NaN);
        partly.put(Metric.MAX, 90_000.0);
        return new RunBuilder(3)
                .codec("a", "tuned", true)
                .codec("b", "tuned", true)
                .codec("c", "tuned", true)
                .codec("nan", "tuned", true)
                .payload("order", "instances")
                .payload("event", "instances")
                .cell("stream", "a", "order", "window=64", rates(1_000, 3))
                .cell("stream", "b", "order", "window=64", rates(1_000, 3))
                .cell("stream", "nan", "order", "window=64", Double.NaN)
                .cell("stream", "a", "order", "window=1", rates(9_000, 3))
                .cell("stream", "b", "order", "window=1", rates(9_000, 3))
                .cell("stream", "nan", "order", "window=1", Double.NaN)
                .cell("stream", "a", "event", "window=64", rates(1_000, 2))
                .cell("stream", "b", "event", "window=64", rates(1_000, 1))
                .check("c", "event", PairCheck.Fate.UNSUPPORTED, "no events")
                .cell("roundTrip", "a", "order", "transport=pipe", trip(1_000), 50_000, 50_000, 50_000)
                .cell("roundTrip", "b", "order", "transport=pipe", partly, 50_000, 50_000, 50_000)
                .cell("roundTrip", "c", "order", "transport=pipe", Map.of(Metric.P50, 9_000.0), 50_000, 50_000, 50_000)
                .run();
    }

    private static double[] rates(double cost, int rounds) {
        double[] rates = new double[rounds];
        for (int round = 0; round < rounds; round++) {
            rates[round] = 1e9 / (cost * (1 + 0.01 * round));
        }
        return rates;
    }

    private static Map<Metric, Double> trip(double cost) {
        return Map.of(
                Metric.P50, 20_000 + cost,
                Metric.P90, 30_000 + cost,
                Metric.P99, 60_000 + cost,
                Metric.P999, 200_000 + cost,
                Metric.MAX, 2_000_000 + cost);
    }

    private static Map<Metric, Double> split(double cost) {
        Map<Metric, Double> stages = new EnumMap<>(Metric.class);
        EnumSet.range(Metric.SPLIT_ENCODE, Metric.SPLIT_REPLY_DECODE).forEach(metric -> stages.put(metric, cost));
        return stages;
    }
}
