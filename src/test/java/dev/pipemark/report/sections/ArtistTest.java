package dev.pipemark.report.sections;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pipemark.record.Kind;
import dev.pipemark.record.Metric;
import dev.pipemark.record.PairCheck;
import dev.pipemark.record.Run;
import dev.pipemark.report.CannedRuns;
import dev.pipemark.report.RunBuilder;
import dev.pipemark.report.doc.Artist;
import dev.pipemark.report.doc.Page.Figure;
import dev.pipemark.report.rank.Findings;
import dev.pipemark.report.rank.Stage;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** Catches a chart that is not a picture, a name that is read as markup or lost, and numbers that stop a drawing. */
class ArtistTest {
    private static final String TEMPLATE = "{a|b} {name} {@value}";
    private static final String QUOTES = "\"q\" 'q' &amp;";
    private static final String RIGHT_TO_LEFT = "\u05e9\u05dc\u05d5\u05dd";
    private static final String PICTURE = "\uD83D\uDE80 go";
    private static final String ROOT = "constructor";
    private static final String BROKEN = "bell\u0007half\uD83D";
    private static final String LONG = "long-" + "x".repeat(300);

    /** Names that fit beside an axis, and must therefore be shown in full. */
    private static final List<String> SHOWN =
            List.of("plain", CannedRuns.SCRIPT, CannedRuns.FORMULA, TEMPLATE, QUOTES, RIGHT_TO_LEFT, PICTURE, ROOT);

    private static final Map<String, Figure> FIGURES = new LinkedHashMap<>();
    private static final Map<String, String> DRAWN = new LinkedHashMap<>();

    @BeforeAll
    static void draw() throws Exception {
        keep("hostile", figures(hostile(SHOWN, 3)));
        keep("broken", figures(hostile(List.of("plain", BROKEN, LONG, ""), 3)));
        keep("many", figures(hostile(numbered(30), 3)));
        keep("gaps", gaps());
        DRAWN.putAll(Artist.draw(List.copyOf(FIGURES.values())));
    }

    @Test
    void everyKindIsDrawn() {
        assertThat(FIGURES.values().stream().map(Figure::draw).distinct())
                .containsExactlyInAnyOrder("tradeOff", "stages", "tail", "sweep");
        assertThat(DRAWN).containsOnlyKeys(FIGURES.keySet());
    }

    @Test
    void drawingsAreXmlWithTitleAndDescriptionAndWithoutScripts() throws Exception {
        for (Map.Entry<String, String> drawing : DRAWN.entrySet()) {
            Document svg = parse(drawing.getValue());
            Figure figure = Objects.requireNonNull(FIGURES.get(drawing.getKey()));
            assertThat(svg.getDocumentElement().getAttribute("role")).isEqualTo("img");
            String[] labels =
                    svg.getDocumentElement().getAttribute("aria-labelledby").split(" ", 2);
            NodeList title = svg.getElementsByTagName("title");
            assertThat(title.item(0).getAttributes().getNamedItem("id").getNodeValue())
                    .isEqualTo(labels[0]);
            assertThat(title.item(0).getTextContent()).isEqualTo(figure.title());
            assertThat(svg.getElementsByTagName("desc").item(0).getTextContent())
                    .as(drawing.getKey())
                    .isNotBlank();
            assertThat(svg.getElementsByTagName("script").getLength()).isZero();
            assertThat(svg.getElementsByTagName("foreignObject").getLength()).isZero();
            assertThat(drawing.getValue()).doesNotContain("NaN", "undefined", "Infinity");
        }
    }

    @Test
    void namesAreShownToTheLetter() throws Exception {
        for (String kind : List.of("tail-", "split-", "windows-")) {
            assertThat(texts("hostile", kind)).as(kind).contains(SHOWN.toArray(String[]::new));
        }
    }

    @Test
    void everyCodecOfThirtyHasItsRow() throws Exception {
        for (String kind : List.of("tail-", "split-")) {
            assertThat(texts("many", kind)).as(kind).contains(numbered(30).toArray(String[]::new));
        }
    }

    @Test
    void aLongNameIsCutAndAHalfPairIsReplaced() throws Exception {
        assertThat(texts("broken", "tail-"))
                .anyMatch(text -> text.startsWith("long-x") && text.endsWith("…") && text.length() < 60)
                .contains("bell\uFFFDhalf\uFFFD");
    }

    @Test
    void unknownValuesLeaveAGap() throws Exception {
        // Only the median of c is known. p99 of b is unknown.
        assertThat(texts("gaps", "tail-")).contains("a", "b").doesNotContain("c");
        assertThat(texts("gaps", "windows-")).contains("a", "b").doesNotContain("nan");
    }

    @Test
    void aRunOfOneCodecHasNoChart() {
        assertThat(figures(hostile(List.of("alone"), 3))).isEmpty();
    }

    /** Catches a committed chart that differs each time although its data do not. */
    @Test
    void aDrawingDoesNotDependOnEarlierDrawings() throws Exception {
        Figure last = List.copyOf(FIGURES.values()).get(FIGURES.size() - 1);
        assertThat(Artist.draw(List.of(last))).containsEntry(last.id(), DRAWN.get(last.id()));
    }

    /** Returns the names of codecs in a drawing, as an XML parser reads them. */
    private static List<String> texts(String run, String kind) throws Exception {
        NodeList nodes =
                parse(Objects.requireNonNull(DRAWN.get(figure(run, kind).id()))).getElementsByTagName("text");
        List<String> texts = new ArrayList<>();
        for (int at = 0; at < nodes.getLength(); at++) {
            texts.add(nodes.item(at).getTextContent());
        }
        return texts;
    }

    private static Figure figure(String run, String kind) {
        return FIGURES.values().stream()
                .filter(figure -> figure.id().startsWith(run + "-" + kind))
                .findFirst()
                .orElseThrow();
    }

    private static Document parse(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }

    private static void keep(String run, List<Figure> figures) {
        for (Figure figure : figures) {
            Figure named = new Figure(
                    run + "-" + figure.id(),
                    figure.title(),
                    figure.description(),
                    figure.draw(),
                    figure.width(),
                    figure.height(),
                    figure.data(),
                    figure.table());
            FIGURES.put(named.id(), named);
        }
    }

    /** Each kind once. */
    private static List<Figure> figures(Run run) {
        Findings findings = new Findings(run);
        List<Figure> figures = new ArrayList<>();
        figures.addAll(TradeOffSection.chart(findings, "order"));
        figures.addAll(SplitSection.chart(findings, "order", findings.scores(Kind.SPLIT)));
        figures.addAll(LatencySection.chart(findings, "order"));
        SweepSection.blocks(findings).stream()
                .filter(Figure.class::isInstance)
                .map(Figure.class::cast)
                .forEach(figures::add);
        return figures;
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
    private static List<Figure> gaps() {
        Map<Metric, Double> partly = new EnumMap<>(Metric.class);
        partly.put(Metric.P50, 10_000.0);
        partly.put(Metric.P99, Double.NaN);
        partly.put(Metric.MAX, 90_000.0);
        return figures(new RunBuilder(3)
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
                .run());
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
        for (Stage stage : Stage.values()) {
            stages.put(stage.metric(), cost);
        }
        return stages;
    }
}
