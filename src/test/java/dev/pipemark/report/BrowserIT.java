package dev.pipemark.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pipemark.record.CodecFacts;
import dev.pipemark.record.Run;
import dev.pipemark.report.rank.Findings;
import dev.pipemark.report.rank.Measure;
import dev.pipemark.report.rank.Need;
import dev.pipemark.report.rank.Ruling;
import dev.pipemark.report.rank.Standing;
import dev.pipemark.report.rank.Standings;
import dev.pipemark.report.sections.Answers;
import dev.pipemark.stats.Judgement;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Opens reports as files in a real browser, with and without scripts: a canned run, a run with a matrix beside it, a run with
 * hostile names, a large run, and a run that has just been measured. Pictures are left in {@code target/screenshots}.
 */
@Timeout(value = 600, unit = TimeUnit.SECONDS)
class BrowserIT {
    private static final Path PICTURES = Path.of("target", "screenshots");
    private static final int NARROW = 360;
    private static final int WIDE = 1280;
    private static final int CLICKS = 9;

    private static final String ROWS = "table.tBodies[0].rows";

    /** Finds the first table with several codecs. */
    private static final String TABLE = """
            document.querySelectorAll('details.chapter').forEach(each => { each.open = true; });
            var table = Array.from(document.querySelectorAll('main .chapter table')).find(each =>
                each.tBodies[0].rows.length > 2 && each.tHead.rows[0].cells[0].textContent === 'codec');
            """;

    @TempDir
    static Path folder;

    private static final Map<String, Path> REPORTS = new LinkedHashMap<>();
    private static final Map<String, Standings> STANDINGS = new HashMap<>();
    private static final List<Browser> OPEN = Collections.synchronizedList(new ArrayList<>());

    @BeforeAll
    static void write() throws Exception {
        Assumptions.assumeTrue(Browser.installed(), Browser.MISSING);
        Reports.write(CannedRuns.fiveRounds(), folder.resolve("canned"));
        Reports.write(HostileNames.run(), folder.resolve("hostile"));
        Run large = LargeRun.of(3, 60, 45);
        Reports.write(large, folder.resolve("large"));
        REPORTS.put("canned", folder.resolve("canned/report.html"));
        REPORTS.put("probed", ProbedRun.report(folder.resolve("probed")));
        REPORTS.put("large", folder.resolve("large/report.html"));
        STANDINGS.put(
                "canned", new Standings(new Findings(CannedRuns.fiveRounds()), Optional.empty(), Optional.empty()));
        STANDINGS.put(
                "probed",
                new Standings(
                        new Findings(ProbedRun.run()),
                        Optional.of(ProbedRun.matrix()),
                        Optional.of(ProbedRun.languages())));
        STANDINGS.put("large", new Standings(new Findings(large), Optional.empty(), Optional.empty()));
        REPORTS.put("hostile", folder.resolve("hostile/report.html"));
        REPORTS.put("fresh", FreshRun.report(folder));
        OPEN.add(Browser.start(folder.resolve("profile"), true));
        OPEN.add(Browser.start(folder.resolve("profile-without-scripts"), false));
    }

    /** Lists the rows of the board from the top: the codec, and whether a need excludes it. */
    private static final String BOARD = """
            Array.from(document.getElementById('board').tBodies[0].rows, row =>
                row.dataset.codec + (row.classList.contains('out') ? ' out' : ''))""";

    @AfterAll
    static void close() {
        OPEN.forEach(Browser::close);
    }

    /** Catches a script that fails, a request, a link to nothing, and a chart that is not drawn. */
    @ParameterizedTest
    @ValueSource(strings = {"canned", "probed", "hostile", "fresh"})
    void opensWithoutErrorsAndRequests(String name) {
        Browser browser = open(name, WIDE, false);
        long figures = browser.count("document.querySelectorAll('figure[data-chart]').length");
        // The canned run was neither sized nor swept.
        assertThat(figures > 0).as("has charts").isEqualTo(!name.equals("canned"));

        allLive(browser);

        assertThat(browser.count("document.querySelectorAll('figure .chart[data-live] .live svg').length"))
                .as("live charts")
                .isEqualTo(figures);
        assertThat(browser.texts("Array.from(document.querySelectorAll('[id]'), each => each.id)"))
                .doesNotHaveDuplicates();
        assertThat(browser.texts("""
                return Array.from(document.querySelectorAll('a[href]'), each => each.getAttribute('href'))
                    .filter(href => !(href[0] === '#' && document.getElementById(href.slice(1))));
                """)).as("links to nothing").isEmpty();
        assertThat(browser.texts("""
                return Array.from(document.querySelectorAll('figure[data-chart]'))
                    .filter(each => !each.querySelector('figcaption a')).map(each => each.id);
                """))
                .as("charts without a link to their table")
                .isEmpty();
        assertQuiet(browser, name);
    }

    /** Catches content beyond the edge of a small screen. The pictures are for a person who looks at them. */
    @ParameterizedTest
    @ValueSource(strings = {"canned", "probed", "hostile", "fresh"})
    void fitsEveryScreen(String name) throws Exception {
        for (int width : List.of(NARROW, WIDE)) {
            Browser browser = open(name, width, false);
            allLive(browser);
            assertThat(browser.texts("""
                    return Array.from(document.querySelectorAll('body *')).filter(function (each) {
                        return each.getBoundingClientRect().right > innerWidth + 1
                            && !each.parentNode.closest('.scroll, .chart, .skip, pre, nav, [hidden]');
                    }).map(each => each.outerHTML.slice(0, 200));
                    """))
                    .as("beyond the edge of %s at %d", name, width)
                    .isEmpty();
            assertThat(browser.count("document.documentElement.scrollWidth"))
                    .as("width of %s at %d", name, width)
                    .isLessThanOrEqualTo(width);
            browser.picture(PICTURES.resolve(name + "-" + width + "-light.png"));
            browser.system(true);
            browser.picture(PICTURES.resolve(name + "-" + width + "-dark.png"));
            if (width == WIDE) {
                browser.print(PICTURES.resolve(name + ".pdf"));
            }
            assertQuiet(browser, name);
        }
    }

    /** Catches buttons that sort by the wrong column, or that do not set {@code aria-sort}. */
    @Test
    void columnsSort() {
        Browser browser = open("canned", WIDE, false);
        String column = TABLE + """
                var header = Array.from(table.tHead.rows[0].cells).find(each => each.classList.contains('number'));
                var texts = Array.from(table.tBodies[0].rows, row =>
                    row.cells[header.cellIndex].firstChild ? row.cells[header.cellIndex].firstChild.nodeValue : '');
                """;
        String click = column + "header.querySelector('button').click(); return header.getAttribute('aria-sort');";

        assertThat(browser.text(click)).isEqualTo("ascending");
        List<Double> up = numbers(browser.texts(column + "return texts;"));
        assertThat(up).hasSizeGreaterThan(1).isSorted();
        assertThat(browser.text(click)).isEqualTo("descending");
        List<Double> down = numbers(browser.texts(column + "return texts;"));
        Collections.reverse(down);
        assertThat(down).isEqualTo(up);

        assertThat(browser.count(TABLE + """
                table.tHead.rows[0].cells[0].querySelector('button').click();
                return table.querySelectorAll('[aria-sort]').length;
                """))
                .as("columns that say they are sorted by")
                .isEqualTo(1);
        assertQuiet(browser, "canned");
    }

    /** Catches a filter that hides the wrong rows, does not state how many, or cannot be reset. */
    @Test
    void rowsAreFiltered() {
        Browser browser = open("canned", WIDE, false);
        String codec = browser.text(TABLE + "return table.tBodies[0].rows[1].cells[0].textContent;");
        long all = browser.count(TABLE + "return " + ROWS + ".length;");
        String visible = TABLE + "return Array.from(" + ROWS + ").filter(row => row.checkVisibility())";

        type(browser, codec);
        browser.await(visible + ".length < " + all + ";");
        assertThat(browser.texts(visible + ".map(row => row.textContent);"))
                .isNotEmpty()
                .allMatch(row -> row.contains(codec));
        long shown = browser.count(visible + ".length;");
        assertThat(browser.text(TABLE + "return table.caption.textContent;")).contains(shown + " of " + all + " rows");
        assertThat(browser.text("document.getElementById('filter-status').textContent"))
                .contains(" of ");

        browser.ask("return document.getElementById('filter-reset').click();");
        assertThat(browser.count(visible + ".length;")).isEqualTo(all);

        String payload = browser.text(TABLE + "return table.caption.firstChild.nodeValue;");
        type(browser, payload);
        browser.await("""
                return Array.from(document.querySelectorAll('.chapter table')).some(each => !each.checkVisibility());
                """);
        assertThat(browser.count(visible + ".length;"))
                .as("rows of the table that is looked for")
                .isEqualTo(all);

        type(browser, "no row contains this");
        browser.await("""
                return Array.from(document.querySelectorAll('.chapter tbody tr')).every(row => !row.checkVisibility());
                """);
        assertThat(browser.text(TABLE + "return table.closest('section').innerText;"))
                .contains("None of the " + all + " rows");
        assertQuiet(browser, "canned");
    }

    /** Catches a first screen without the answer. */
    @ParameterizedTest
    @ValueSource(strings = {"canned", "probed", "hostile", "fresh"})
    void theAnswerIsOnTheFirstScreen(String name) {
        Browser browser = open(name, WIDE, false);
        for (String id : List.of("lead", "cards", "needs", "metrics", "board")) {
            assertThat(browser.count("Math.round(document.getElementById('" + id + "').getBoundingClientRect().top)"))
                    .as(id)
                    .isBetween(1L, 800L);
        }
        assertThat(browser.text("document.getElementById('lead').textContent")).endsWith(".");
        assertThat(browser.count("document.querySelectorAll('details.chapter[open]').length"))
                .isZero();
        assertQuiet(browser, name);
    }

    /** Catches a card that names a codec for untrusted bytes that the report does not, or none. */
    @ParameterizedTest
    @ValueSource(strings = {"canned", "probed"})
    void aCardNamesTheFastestCodecThatMayReadUntrustedBytes(String name) {
        List<String> families = Answers.families(standings(name));
        Browser browser = open(name, WIDE, false);
        List<String> cards = browser.texts("""
                Array.from(document.querySelectorAll('.card'), card =>
                    Array.from(card.querySelectorAll('.untrusted'), line => line.textContent).join())""");
        assertThat(cards).hasSameSizeAs(families);
        for (int at = 0; at < cards.size(); at++) {
            assertThat(families.get(at)).endsWith(cards.get(at));
            assertThat(cards.get(at).isEmpty()).isEqualTo(!families.get(at).contains("untrusted bytes"));
        }
        assertQuiet(browser, name);
    }

    /** Catches a script whose answer differs from the report's, for any need or pair of needs. */
    @ParameterizedTest
    @ValueSource(strings = {"canned", "probed"})
    void needsAdmitTheCodecsOfTheStandings(String name) {
        Standings standings = standings(name);
        Browser browser = open(name, WIDE, false);
        Need last = Need.values()[Need.values().length - 1];
        for (Need one : Need.values()) {
            for (Need other : EnumSet.range(one, last)) {
                List<Need> needs = Stream.of(Need.values())
                        .filter(need -> (need == one || need == other)
                                && standings.evidence().judges(need))
                        .toList();
                browser.ask("""
                        document.querySelectorAll('#needs button').forEach(function (button) {
                            var wanted = arguments0.indexOf(button.dataset.need) >= 0;
                            if (wanted !== (button.getAttribute('aria-pressed') === 'true')) { button.click(); }
                        });
                        return true;
                        """.replace(
                                "arguments0", "'" + needs.stream().map(Need::id).toList() + "'"));
                assertThat(browser.text("document.getElementById('lead').textContent"))
                        .as(needs.toString())
                        .isEqualTo(Answers.sentence(standings, needs));
                List<String> admitted = standings.admitted(needs);
                assertThat(browser.texts(BOARD))
                        .as(needs.toString())
                        .allSatisfy(row -> assertThat(row.endsWith(" out"))
                                .isEqualTo(!admitted.contains(row.replace(" out", ""))));
                assertThat(browser.texts(BOARD).stream()
                                .map(row -> row.endsWith(" out") ? 1 : 0)
                                .toList())
                        .as("codecs that are out sink")
                        .isSorted();
            }
        }
        assertQuiet(browser, name);
    }

    /** Catches a codec that is excluded without a reason, and a need without a button. */
    @Test
    void anExcludedCodecNamesTheTrial() {
        Standings standings = standings("probed");
        Browser browser = open("probed", WIDE, false);
        Set<Need> excluding = EnumSet.noneOf(Need.class);
        for (Need need : Need.values()) {
            String button = "#needs [data-need=" + need.id() + "]";
            browser.click(button);
            assertThat(browser.text("location.hash")).isEqualTo("#need=" + need.id());
            for (CodecFacts codec : standings.codecs()) {
                Ruling ruling = standings.evidence().ruling(codec, need, need == Need.NO_FLAGS);
                if (!ruling.met()) {
                    excluding.add(need);
                    browser.ask("return document.querySelector('#board .out[data-codec=" + codec.id()
                            + "] .pin').focus();");
                    assertThat(browser.text("document.getElementById('tip').textContent"))
                            .isEqualTo(codec.id() + " lacks “" + need.title() + "”: " + ruling.why());
                }
            }
            browser.click(button);
        }
        assertThat(excluding).containsAll(EnumSet.complementOf(EnumSet.of(Need.NO_FLAGS)));
        assertQuiet(browser, "probed");
    }

    /** Catches a need that cannot be judged but excludes a codec, or that does not name the command. */
    @Test
    void aNeedThatIsNotJudgedNamesTheCommand() {
        Browser browser = open("canned", WIDE, false);
        String button = "document.querySelector('#needs [data-need=evolution]')";
        String before = browser.text("document.getElementById('lead').textContent");
        assertThat(browser.text(button + ".getAttribute('aria-disabled')")).isEqualTo("true");
        browser.ask("return " + button + ".click();");
        browser.ask("return " + button + ".focus();");
        assertThat(browser.text(button + ".getAttribute('aria-pressed')")).isEqualTo("false");
        assertThat(browser.text("document.getElementById('lead').textContent")).isEqualTo(before);
        assertThat(browser.text("document.getElementById('tip').textContent"))
                .contains("scripts/bench probe --contracts");
        assertQuiet(browser, "canned");
    }

    /** Catches a need that does not show its cost before it is chosen. */
    @Test
    void aNeedShowsItsCost() {
        Browser browser = open("canned", WIDE, false);
        browser.ask("return document.querySelector('#needs [data-need=untrusted]').focus();");
        assertThat(browser.text("document.getElementById('tip').textContent"))
                .containsPattern("\nFastest for instances \\(order\\): (quick|twin) × 1\\.0");
        assertQuiet(browser, "canned");
    }

    /** Catches a metric that shows the numbers of another, or that does not set {@code aria-pressed}. */
    @ParameterizedTest
    @ValueSource(strings = {"canned", "large"})
    void eachMetricShowsItsOwnFactors(String name) {
        Standings standings = standings(name);
        Browser browser = open(name, WIDE, false);
        List<Measure> measures = Stream.of(Measure.values())
                .filter(measure -> !standings.payloads(measure).isEmpty())
                .toList();
        assertThat(measures).hasSize(name.equals("large") ? Measure.values().length : 3);
        assertThat(browser.texts(
                        "Array.from(document.querySelectorAll('#metrics button'), each => each.dataset.metric)"))
                .isEqualTo(measures.stream().map(Measure::id).toList());
        for (Measure measure : measures) {
            browser.click("#metrics [data-metric=" + measure.id() + "]");
            assertThat(browser.texts("""
                    Array.from(document.querySelectorAll('#metrics [aria-pressed=true]'), each => each.dataset.metric)""")).containsExactly(measure.id());
            Map<String, Double> shown = new HashMap<>();
            browser.texts("""
                    var names = Array.from(document.querySelectorAll('#board .names button'), each => each.title);
                    return Array.from(document.getElementById('board').tBodies[0].rows).flatMap(row =>
                        Array.from(row.cells).filter(cell => cell.textContent && /^(c\\d|none)/.test(cell.className)
                            && cell.firstChild.nodeValue !== '✕').map(cell =>
                                row.dataset.codec + ' on ' + names[cell.cellIndex - 1] + '|' + cell.firstChild.nodeValue));
                    """)
                    .forEach(cell -> shown.put(cell.replaceFirst("\\|.*", ""), factor(cell.replaceFirst(".*\\|", ""))));
            Map<String, Double> expected = new HashMap<>();
            for (String payload : standings.payloads(measure)) {
                Standing standing =
                        standings.standing(measure, payload, List.of()).orElseThrow();
                for (Standing.Entry entry : standing.entries()) {
                    double times = entry.times().value();
                    expected.put(entry.codec() + " on " + payload, times >= 1 ? times : Double.NaN);
                }
            }
            assertThat(shown.keySet()).as(measure.id()).isEqualTo(expected.keySet());
            // A factor is printed with two digits at least.
            assertThat(expected.entrySet()).as(measure.id()).allMatch(entry -> {
                double seen = Objects.requireNonNull(shown.get(entry.getKey()));
                return Double.isNaN(seen) && Double.isNaN(entry.getValue())
                        || Math.abs(seen / entry.getValue() - 1) < 0.06;
            });
        }
        assertQuiet(browser, name);
    }

    private static double factor(String text) {
        return text.equals("–") ? Double.NaN : Double.parseDouble(text.replace(",", ""));
    }

    /** Catches a column that sorts by another, that mixes blanks in, or that does not set {@code aria-sort}. */
    @ParameterizedTest
    @ValueSource(strings = {"canned", "probed"})
    void theBoardSortsByEachColumn(String name) {
        Browser browser = open(name, WIDE, false);
        long columns = browser.count("document.querySelectorAll('#board .names button').length");
        for (int column = 1; column <= columns; column++) {
            String header = "#board .names th:nth-child(" + (column + 1) + ")";
            Set<String> ways = new HashSet<>();
            for (int click = 0; click < 2; click++) {
                browser.click(header + " button");
                String way = browser.text("document.querySelector('" + header + "').getAttribute('aria-sort')");
                ways.add(way);
                List<String> shown = browser.texts("""
                        return Array.from(document.getElementById('board').tBodies[0].rows, row => row.cells[%d])
                            .filter(cell => !(cell.classList.contains('none') && cell.textContent === '–'))
                            .map(cell => cell.firstChild ? cell.firstChild.nodeValue : '');
                        """.formatted(column));
                Comparator<Double> order =
                        way.equals("ascending") ? Comparator.naturalOrder() : Comparator.reverseOrder();
                assertThat(shown.stream().map(BrowserIT::key).toList())
                        .as("%s of column %d: %s", way, column, shown)
                        .isSortedAccordingTo(Comparator.comparing((Double key) -> key.isNaN())
                                .thenComparing(order));
            }
            assertThat(ways).as("column %d", column).containsExactlyInAnyOrder("ascending", "descending");
            assertThat(browser.count("document.querySelectorAll('#board [aria-sort]').length"))
                    .isEqualTo(1);
        }
        assertQuiet(browser, name);
    }

    /** Returns the sort key of a cell of the board; NaN if it is blank or not known. */
    private static Double key(String text) {
        Matcher number = Pattern.compile("([\\d.,]+)(?: (\\S+))?").matcher(text);
        if (number.matches()) {
            double unit = Map.of("µs", 1e3, "ms", 1e6, "s", 1e9, "kB", 1e3, "MB", 1e6)
                    .getOrDefault(String.valueOf(number.group(2)), 1.0);
            return factor(number.group(1)) * unit;
        }
        return text.equals("✓") ? 0.0 : text.equals("–") ? 1.0 : Double.NaN;
    }

    /**
     * Catches a large board that no longer answers a click. Publishes the times from a click to the next paint, and asserts
     * none of them. Chromium reports times of 16 ms and more, in steps of 8 ms.
     */
    @Test
    void aLargeBoardPaintsAfterEachClick(TestReporter reporter) {
        Browser browser = open("large", WIDE, false);
        assertThat(browser.count("document.querySelectorAll('#board tbody tr').length"))
                .isEqualTo(60);
        assertThat(browser.count("document.querySelectorAll('#board .names button').length"))
                .isGreaterThan(45);
        browser.ask("""
                window.paints = new Map();
                new PerformanceObserver(list => list.getEntries().filter(entry => entry.interactionId).forEach(entry =>
                    paints.set(entry.interactionId, Math.max(entry.duration, paints.get(entry.interactionId) || 0))
                )).observe({type: 'event', durationThreshold: 16});
                window.before = performance.interactionCount;
                return true;
                """);
        for (int click = 0; click < CLICKS; click++) {
            browser.click("#board .names th:nth-child(" + (2 + click) + ") button");
            browser.later("requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 0)));");
        }
        assertThat(browser.count("performance.interactionCount - before")).isEqualTo(CLICKS);
        // Chromium reports no time below 16 ms.
        browser.later("""
                var frames = 0;
                (function look() {
                    if (paints.size === arguments0 || ++frames > 60) { done(); } else { requestAnimationFrame(look); }
                }());
                """.replace("arguments0", Integer.toString(CLICKS)));
        List<Long> paints = new ArrayList<>(browser.texts("Array.from(paints.values(), Math.round)").stream()
                .map(Long::valueOf)
                .toList());
        Collections.sort(paints);
        reporter.publishEntry("from click to paint, ms", paints.toString());
        assertThat(paints).as("clicks that took 16 ms or more").isNotEmpty();
        assertQuiet(browser, "large");
    }

    /** Catches barriers for screen readers, keyboards and weak eyes, as far as axe-core has rules for them. */
    @ParameterizedTest
    @CsvSource({"canned, false", "canned, true", "probed, false", "probed, true", "hostile, false", "hostile, true"})
    void axeFindsNothingSerious(String name, boolean dark) throws IOException {
        Browser browser = open(name, WIDE, dark);
        allLive(browser);
        browser.ask("""
                document.querySelector('#needs [data-need=untrusted]').click();
                Array.from(document.querySelectorAll('#board .pin')).slice(0, 2).forEach((pin, at) =>
                    document.querySelectorAll('#board .pin')[at].click());
                return true;
                """);
        browser.ask(axe() + "\nreturn true;");
        List<?> found = (List<?>) browser.later("""
                axe.run(document, {resultTypes: ['violations']}).then(found => {
                    window.kept = found.passes.map(rule => rule.id);
                    done(found.violations.filter(rule => rule.impact === 'serious' || rule.impact === 'critical')
                        .flatMap(rule => rule.nodes.map(node =>
                            rule.id + ': ' + node.html.slice(0, 200) + ' ' + node.failureSummary)));
                });
                """);
        assertThat(found).isEmpty();
        assertThat(browser.texts("kept"))
                .as("rules that were tried")
                .contains("button-name", "color-contrast", "label");
    }

    /** Returns the script of the webjar. Its folder is named by its version. */
    private static String axe() throws IOException {
        Properties facts = new Properties();
        try (InputStream pom = resource("/META-INF/maven/org.webjars.npm/axe-core/pom.properties")) {
            facts.load(pom);
        }
        try (InputStream script =
                resource("/META-INF/resources/webjars/axe-core/" + facts.getProperty("version") + "/axe.min.js")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(BrowserIT.class.getResourceAsStream(name), name);
    }

    /** Catches a pair whose comparison differs from the report's. */
    @Test
    void twoPinnedCodecsAreComparedCellByCell() {
        Standings standings = standings("canned");
        Browser browser = open("canned", WIDE, false);
        String pressed = """
                Array.from(document.querySelectorAll('#board .pin[aria-pressed=true]'),
                    pin => pin.closest('tr').dataset.codec).sort()""";
        for (String codec : List.of("slow", "twin")) {
            browser.click(pin(codec));
        }
        assertThat(browser.texts(pressed)).containsExactly("slow", "twin");
        List<String> rows = browser.texts("""
                Array.from(document.querySelector('#pinned table').tBodies[0].rows, row =>
                    Array.from(row.cells, cell => cell.textContent).join('|'))""");
        assertThat(rows).hasSize(2);
        for (String payload : List.of("order", "event")) {
            Judgement judgement = standings.judge(Measure.STREAM, payload, "slow", "twin");
            assertThat(rows)
                    .filteredOn(row -> row.startsWith(payload + "|"))
                    .singleElement()
                    .asString()
                    .endsWith("|× " + Answers.factor(judgement.ratio()) + "|▼ slower");
        }
        browser.click(pin("wild"));
        assertThat(browser.texts(pressed))
                .as("a third takes the place of the first")
                .containsExactly("twin", "wild");
        browser.click(pin("twin"));
        browser.click(pin("wild"));
        assertThat(browser.texts(pressed)).isEmpty();
        assertThat(browser.holds("document.getElementById('pinned').hidden")).isTrue();
        assertQuiet(browser, "canned");
    }

    private static String pin(String codec) {
        return "#board tr[data-codec=" + codec + "] .pin";
    }

    /** Catches a view that its address does not restore. */
    @Test
    void theViewIsInTheAddress() {
        Browser browser = open("canned", WIDE, false);
        browser.ask("""
                document.querySelector('#needs [data-need=untrusted]').click();
                document.querySelector('#metrics [data-metric=encode]').click();
                document.querySelector('#board tr[data-codec=quick] .pin').click();
                document.querySelector('#board tr[data-codec=slow] .pin').click();
                for (var click = 0; click < 2; click++) {
                    Array.from(document.querySelectorAll('#board .names button'))
                        .find(each => each.title === 'no code per class').click();
                }
                var card = document.querySelector('#cards select');
                card.value = Array.from(card.options).find(each => each.text === 'event').value;
                card.dispatchEvent(new Event('change'));
                return true;
                """);
        String hash = browser.text("location.hash");
        assertThat(hash).contains("need=untrusted", "show=encode", "sort=no-code,down", "pin=quick,slow", "on=event");
        assertThat(browser.text("document.getElementById('lead').textContent"))
                .as("the sentence is about the payload of the card")
                .contains("for instances (event)");
        String seen = "document.getElementById('front').innerText";
        String before = browser.text(seen);
        Browser again = open("canned", WIDE, false);
        assertThat(again.text(seen)).isNotEqualTo(before);
        again.ask("location.hash = arguments[0]; return true;", hash);
        again.await("return " + seen + " === arguments[0];", before);
        for (String cut : List.of("#need=nothing&show=x&pin=%E0%A4%A&on=zz&sort=", "#=&&=", "#%E0%A4%A")) {
            again.ask("location.hash = arguments[0]; return true;", cut);
        }
        assertQuiet(again, "canned");
    }

    /** Catches a board that only a mouse can read. */
    @Test
    void theKeyboardReadsTheBoard() {
        Browser browser = open("canned", WIDE, false);
        browser.ask("return document.querySelector('#board td[tabindex=\"0\"]').focus();");
        String tip = "document.getElementById('tip').textContent";
        String first = browser.text(tip);
        assertThat(first).contains(" on ");
        browser.ask("""
                document.activeElement.dispatchEvent(new KeyboardEvent('keydown', {key: 'ArrowDown', bubbles: true}));
                return true;
                """);
        assertThat(browser.text(tip)).isNotEqualTo(first);
        assertThat(browser.text("document.activeElement.getAttribute('aria-describedby')"))
                .isEqualTo("tip");
        assertThat(browser.count("document.querySelectorAll('#board td[tabindex=\"0\"]').length"))
                .isEqualTo(1);
        browser.ask("""
                document.dispatchEvent(new KeyboardEvent('keydown', {key: 'Escape', bubbles: true}));
                return true;
                """);
        assertThat(browser.holds("document.getElementById('tip').hidden")).isTrue();
        assertQuiet(browser, "canned");
    }

    /** Catches text that is too faint: WCAG 2.2 requires a contrast of 4.5 to 1. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theFirstScreenHasContrast(boolean dark) {
        Browser browser = open("canned", WIDE, dark);
        browser.ask("return document.querySelector('#needs [data-need=untrusted]').click();");
        assertThat(browser.texts("""
                function rgb(text) { return text.match(/[\\d.]+/g).map(Number); }
                function light(colour) {
                    return colour.slice(0, 3).map(part => part / 255)
                        .map(part => part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4))
                        .reduce((sum, part, at) => sum + part * [0.2126, 0.7152, 0.0722][at], 0);
                }
                function behind(element) {
                    for (var each = element; each; each = each.parentElement) {
                        var colour = rgb(getComputedStyle(each).backgroundColor);
                        if (colour.length < 4 || colour[3] > 0.99) { return colour; }
                    }
                    return dark ? [0, 0, 0] : [255, 255, 255];
                }
                return Array.from(document.querySelectorAll('header *, #front *')).filter(function (element) {
                    return element.checkVisibility() && Array.from(element.childNodes)
                        .some(node => node.nodeType === 3 && node.nodeValue.trim());
                }).filter(function (element) {
                    var ink = light(rgb(getComputedStyle(element).color));
                    var page = light(behind(element));
                    return (Math.max(ink, page) + 0.05) / (Math.min(ink, page) + 0.05) < 4.5;
                }).map(element => element.outerHTML.slice(0, 120));
                """.replace("dark ?", dark + " ?"))).isEmpty();
    }

    /** Catches a link that leads to a table which a filter or a fold hides. */
    @Test
    void linksOpenHiddenTargets() {
        String name = "hostile";
        Browser browser = open(name, NARROW, false);
        String table = "document.querySelector('figcaption a').hash.slice(1)";
        type(browser, "no row contains this");
        browser.await("return !document.getElementById('filter-reset').disabled;");

        browser.ask("return document.querySelector('figcaption a').click();");

        browser.await("""
                var table = document.getElementById(%s);
                var box = table.getBoundingClientRect();
                return table.checkVisibility() && box.top >= 0 && box.top <= innerHeight;
                """.formatted(table));
        assertQuiet(browser, name);
    }

    /** Catches a choice of colours that reaches the text but not the page, or not the charts. */
    @Test
    void coloursAreChosen() {
        Browser browser = open("hostile", WIDE, false);
        allLive(browser);
        String background = "getComputedStyle(document.body).backgroundColor";
        String ink =
                "Array.from(document.querySelectorAll('.live svg text'), each => each.getAttribute('fill')).join()";
        String light = browser.text(background);
        String lightInk = browser.text(ink);

        choose(browser, "dark");
        assertThat(browser.text(background)).isNotEqualTo(light);
        browser.await("return " + ink + " !== arguments[0];", lightInk);

        Browser again = open("hostile", WIDE, true);
        choose(again, "light");
        assertThat(again.text(background)).isEqualTo(light);
        choose(again, "");
        assertThat(again.text(background)).isNotEqualTo(light);
        assertQuiet(again, "hostile");
    }

    /** Catches a tooltip or a legend that takes a name for markup. */
    @Test
    void namesInChartsAreNames() {
        Browser browser = open("hostile", WIDE, false);
        allLive(browser);
        browser.ask("""
                var kinds = new Set();
                document.querySelectorAll('.live').forEach(function (element) {
                    var kind = element.closest('figure').dataset.chart;
                    if (kinds.has(kind)) { return; }
                    kinds.add(kind);
                    var inner = element.querySelector('[_echarts_instance_]') || element;
                    var chart = echarts.getInstanceByDom(inner);
                    chart.getOption().series.forEach(function (series, at) {
                        (series.data || []).slice(0, 30).forEach(function (item, index) {
                            chart.dispatchAction({type: 'showTip', seriesIndex: at, dataIndex: index});
                        });
                    });
                });
                return true;
                """);
        assertThat(browser.count("document.querySelectorAll('.live img, .live script, .live u, .live i').length"))
                .isZero();
        assertThat(browser.count(
                        "document.querySelectorAll('main script:not([type=\"application/json\"]), img').length"))
                .isZero();
        assertThat(browser.texts("Array.from(document.querySelectorAll('.live svg text'), each => each.textContent)"))
                .anyMatch(text -> text.contains("<script>alert(1)"));
        assertQuiet(browser, "hostile");
    }

    /** Catches content that only scripts show, and buttons that do nothing without scripts. */
    @ParameterizedTest
    @ValueSource(strings = {"canned", "probed", "hostile", "fresh"})
    void everythingIsReadableWithoutScripts(String name) throws Exception {
        Browser browser = OPEN.get(1);
        browser.open(report(name), WIDE, false);
        assertThat(browser.holds("document.documentElement.classList.contains('scripts')"))
                .as("scripts run")
                .isFalse();
        assertThat(browser.count("document.querySelectorAll('tbody tr').length"))
                .isPositive();
        assertThat(browser.count("document.querySelectorAll('#cards svg').length"))
                .as("the cards as one drawing")
                .isEqualTo(1);
        assertThat(browser.holds("""
                return Array.from(document.querySelectorAll('#board tbody tr')).every(row => row.checkVisibility());
                """)).as("the board is seen").isTrue();
        assertThat(browser.holds("document.getElementById('asks').checkVisibility()"))
                .as("buttons that do nothing")
                .isFalse();
        assertThat(browser.count("document.querySelectorAll('#need-costs-table tbody tr').length"))
                .as("each need, and none of them")
                .isEqualTo(Need.values().length + 1);
        // A reader opens a section by its summary. The debugger may run scripts that the page may not run.
        browser.ask("""
                document.querySelectorAll('details.chapter').forEach(each => { each.open = true; });
                return true;
                """);
        assertThat(browser.holds("""
                return Array.from(document.querySelectorAll('tbody tr')).every(row => row.checkVisibility());
                """)).as("every row is seen").isTrue();
        assertThat(browser.holds("document.getElementById('controls').checkVisibility()"))
                .isFalse();
        assertThat(browser.holds("""
                return Array.from(document.querySelectorAll('figure .instead')).every(each =>
                    each.getBoundingClientRect().height > 10 && each.textContent.includes('has its numbers'));
                """))
                .as("every chart says where its numbers are")
                .isTrue();
        browser.picture(PICTURES.resolve(name + "-without-scripts.png"));
        assertQuiet(browser, name);
    }

    private static Standings standings(String name) {
        return Objects.requireNonNull(STANDINGS.get(name), name);
    }

    private static Browser open(String name, int width, boolean dark) {
        Browser browser = OPEN.get(0);
        browser.open(report(name), width, dark);
        // Each page starts as if it were the first.
        browser.ask("sessionStorage.clear(); return true;");
        return browser;
    }

    private static Path report(String name) {
        return Objects.requireNonNull(REPORTS.get(name), name);
    }

    /** Scrolls to every chart, so that it is drawn. */
    static void allLive(Browser browser) {
        browser.await("""
                document.querySelectorAll('details.chapter').forEach(each => { each.open = true; });
                var waiting = document.querySelector('.chart:not([data-live])');
                if (waiting) { waiting.scrollIntoView({block: 'center'}); }
                return !waiting;
                """);
        browser.ask("scrollTo(0, 0); return true;");
    }

    private static void choose(Browser browser, String theme) {
        browser.ask("""
                var theme = document.getElementById('theme');
                theme.value = arguments[0];
                theme.dispatchEvent(new Event('change', {bubbles: true}));
                return true;
                """, theme);
    }

    private static void type(Browser browser, String words) {
        browser.ask("""
                var field = document.getElementById('filter-words');
                field.value = arguments[0];
                field.dispatchEvent(new Event('input', {bubbles: true}));
                return true;
                """, words);
    }

    private static void assertQuiet(Browser browser, String name) {
        assertThat(browser.complaints()).as("console of %s", name).isEmpty();
        assertThat(browser.requests())
                .as("requests of %s", name)
                .isNotEmpty()
                .allMatch(url -> url.startsWith("data:")
                        || REPORTS.values().stream()
                                .anyMatch(report -> url.replaceFirst("#.*", "")
                                        .equals(report.toUri().toString())));
    }

    private static List<Double> numbers(List<String> texts) {
        List<Double> numbers = new ArrayList<>();
        for (String text : texts) {
            if (!text.isBlank()) {
                numbers.add(Double.valueOf(text.strip().replace(",", "")));
            }
        }
        return numbers;
    }
}
