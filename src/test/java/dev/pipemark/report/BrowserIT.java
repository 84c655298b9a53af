package dev.pipemark.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pipemark.report.rank.Findings;
import dev.pipemark.report.rank.Measure;
import dev.pipemark.report.rank.Need;
import dev.pipemark.report.rank.Standings;
import dev.pipemark.report.sections.Answers;
import dev.pipemark.stats.Judgement;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Reports as readers see them: a canned run, a run whose names want to be more than names, and one that has just been
 * measured, each opened as a file in a real browser, with scripts and without. Pictures are left in
 * {@code target/screenshots}, to be looked at.
 */
@Timeout(value = 600, unit = TimeUnit.SECONDS)
class BrowserIT {
    private static final Path PICTURES = Path.of("target", "screenshots");
    private static final int NARROW = 360;
    private static final int WIDE = 1280;

    private static final String ROWS = "table.tBodies[0].rows";

    /** The first table of codecs, of which it has several. */
    private static final String TABLE = """
            document.querySelectorAll('details.chapter').forEach(each => { each.open = true; });
            var table = Array.from(document.querySelectorAll('main .chapter table')).find(each =>
                each.tBodies[0].rows.length > 2 && each.tHead.rows[0].cells[0].textContent === 'codec');
            """;

    @TempDir
    static Path folder;

    private static final Map<String, Path> REPORTS = new LinkedHashMap<>();
    private static final List<Browser> OPEN = Collections.synchronizedList(new ArrayList<>());

    @BeforeAll
    static void write() throws Exception {
        Assumptions.assumeTrue(Browser.installed(), Browser.MISSING);
        Reports.write(CannedRuns.fiveRounds(), folder.resolve("canned"));
        Reports.write(HostileNames.run(), folder.resolve("hostile"));
        REPORTS.put("canned", folder.resolve("canned/report.html"));
        REPORTS.put("hostile", folder.resolve("hostile/report.html"));
        REPORTS.put("fresh", FreshRun.report(folder));
        OPEN.add(Browser.start(folder.resolve("profile"), true));
        OPEN.add(Browser.start(folder.resolve("profile-without-scripts"), false));
    }

    /** What the board shows from the top: a name and whether it is out, a line each. */
    private static final String BOARD = """
            Array.from(document.getElementById('board').tBodies[0].rows, row =>
                row.dataset.codec + (row.classList.contains('out') ? ' out' : ''))""";

    @AfterAll
    static void close() {
        OPEN.forEach(Browser::close);
    }

    /** Would catch a script that fails, a file that is asked for, a link to nothing, and a chart that never lives. */
    @ParameterizedTest
    @ValueSource(strings = {"canned", "hostile", "fresh"})
    void opensWithoutAnErrorAndAsksForNothing(String name) {
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

    /** Would catch what cannot be reached on a small screen; the pictures are for what no assertion sees. */
    @ParameterizedTest
    @ValueSource(strings = {"canned", "hostile", "fresh"})
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

    /** Would catch buttons that sort by the wrong thing, or tell nobody. */
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

    /** Would catch a filter that hides too much or too little, that keeps it to itself, or that cannot be undone. */
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

    /** Would catch a first screen on which the answer is not. */
    @ParameterizedTest
    @ValueSource(strings = {"canned", "hostile", "fresh"})
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

    /** Would catch a script that says otherwise than the report, for any need or pair of needs. */
    @Test
    void needsLeaveWhatTheStandingsLeave() {
        Standings standings = new Standings(new Findings(CannedRuns.fiveRounds()), Optional.empty());
        Browser browser = open("canned", WIDE, false);
        for (Need one : Need.values()) {
            for (Need other : Need.values()) {
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
        assertQuiet(browser, "canned");
    }

    /** Would catch a need that cannot be judged and yet leaves a codec out, or that does not say what to do. */
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

    /** Would catch a metric that shows another one's numbers, an order that is not one, and a state that nobody hears. */
    @Test
    void theBoardShowsEachMetricAndSorts() {
        Browser browser = open("canned", WIDE, false);
        List<String> metrics = browser.texts("""
                Array.from(document.querySelectorAll('#metrics button'), each => each.dataset.metric)""");
        assertThat(metrics).contains("stream", "round-trip", "encode");
        for (String metric : metrics) {
            browser.ask("return document.querySelector('#metrics [data-metric=" + metric + "]').click();");
            assertThat(browser.texts("""
                    Array.from(document.querySelectorAll('#metrics [aria-pressed=true]'), each => each.dataset.metric)""")).containsExactly(metric);
            assertThat(browser.count("""
                    return Array.from(document.querySelectorAll('#board td[class^=c]'))
                        .filter(cell => cell.textContent === '1.00').length;
                    """)).as(metric).isPositive();
        }
        browser.ask("return document.querySelector('#metrics [data-metric=stream]').click();");
        String click = """
                Array.from(document.querySelectorAll('#board .names button'))
                    .find(each => each.title === 'event').click();
                return document.activeElement.closest('th').getAttribute('aria-sort');
                """;
        String factors = """
                var at = document.querySelector('#board [aria-sort]').cellIndex;
                return Array.from(document.getElementById('board').tBodies[0].rows, row => row.cells[at].firstChild
                    ? row.cells[at].firstChild.nodeValue : '');
                """;
        assertThat(browser.text(click)).isEqualTo("ascending");
        assertThat(numbers(browser.texts(factors))).hasSizeGreaterThan(2).isSorted();
        assertThat(browser.text(click)).isEqualTo("descending");
        assertThat(numbers(browser.texts(factors))).isSortedAccordingTo(Collections.reverseOrder());
        assertThat(browser.count("document.querySelectorAll('#board [aria-sort]').length"))
                .isEqualTo(1);
        assertQuiet(browser, "canned");
    }

    /** Would catch a pair that is compared by other judgements than the report's. */
    @Test
    void twoPinnedCodecsAreComparedCellByCell() {
        Standings standings = new Standings(new Findings(CannedRuns.fiveRounds()), Optional.empty());
        Browser browser = open("canned", WIDE, false);
        for (String codec : List.of("slow", "twin")) {
            browser.ask("return document.querySelector('#board tr[data-codec=" + codec + "] .pin').click();");
        }
        assertThat(browser.count("document.querySelectorAll('#board .pin[aria-pressed=true]').length"))
                .isEqualTo(2);
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
        assertQuiet(browser, "canned");
    }

    /** Would catch a view that a colleague cannot be sent. */
    @Test
    void theViewIsInTheAddress() {
        Browser browser = open("canned", WIDE, false);
        browser.ask("""
                document.querySelector('#needs [data-need=untrusted]').click();
                document.querySelector('#metrics [data-metric=encode]').click();
                document.querySelector('#board tr[data-codec=quick] .pin').click();
                document.querySelector('#board tr[data-codec=slow] .pin').click();
                var card = document.querySelector('#cards select');
                card.value = Array.from(card.options).find(each => each.text === 'event').value;
                card.dispatchEvent(new Event('change'));
                return true;
                """);
        String hash = browser.text("location.hash");
        assertThat(hash).contains("need=untrusted", "show=encode", "pin=quick,slow", "on=event");
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

    /** Would catch a board that only a mouse can read. */
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

    /** Would catch text that is too faint for many readers: WCAG 2.2 asks for 4.5 to 1. */
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

    /** Would catch a link that leads to a table which a filter or a fold hides. */
    @Test
    void linksLeadToWhatIsHidden() {
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

    /** Would catch a choice of colours that reaches the text but not the page, or not the charts. */
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

    /** Would catch a tooltip or a legend that takes a name for markup. */
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

    /** Would catch whatever only scripts can show, and buttons that do nothing. */
    @ParameterizedTest
    @ValueSource(strings = {"canned", "hostile", "fresh"})
    void allIsThereWithoutScripts(String name) throws Exception {
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
        // A reader opens a section by its summary; the debugger may run what the page may not.
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

    /** Brings every chart near, so that it becomes live. */
    private static void allLive(Browser browser) {
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
