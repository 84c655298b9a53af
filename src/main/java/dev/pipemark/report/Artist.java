package dev.pipemark.report;

import dev.pipemark.report.Page.Figure;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.mozilla.javascript.Context;
import org.mozilla.javascript.Function;
import org.mozilla.javascript.RhinoException;
import org.mozilla.javascript.ScriptableObject;
import tools.jackson.databind.json.JsonMapper;

/**
 * Draws figures as SVG without a browser: Rhino runs ECharts, which makes text in its server-side mode. Scripts see
 * JSON and nothing of Java. All figures are drawn in one context, which takes seconds to set up and gives the parts of
 * each drawing names of their own.
 */
final class Artist {
    private static final String WEBJAR = "/META-INF/resources/webjars/echarts/";
    private static final String POM = "/META-INF/maven/org.webjars/echarts/pom.properties";

    /** In the order they build on each other. */
    private static final List<String> SCRIPTS = List.of(
            "charts-words.js",
            "charts-axes.js",
            "charts-parts.js",
            "charts-dots.js",
            "charts-trade-off.js",
            "charts-stages.js",
            "charts-tail.js",
            "charts-sweep.js",
            "charts-consistency.js",
            "charts-forks.js",
            "charts-still.js",
            "charts-live.js");

    /** What ECharts expects of its surroundings; nothing is animated, so that no timer need ever fire. */
    private static final String SURROUNDINGS = """
            var console = {log: function () {}, warn: function () {}, error: function () {}};
            var setTimeout = function () { return 0; };
            var clearTimeout = function () {};
            """;

    private Artist() {}

    /** Our own scripts, the same for still pictures and for a page: a function for each kind of chart. */
    static String script() throws IOException {
        StringBuilder script = new StringBuilder();
        for (String name : SCRIPTS) {
            script.append(text("/dev/pipemark/report/" + name)).append('\n');
        }
        return script.toString();
    }

    /** Drawings by the figure's id, of those that are to be still pictures. */
    static Map<String, String> draw(List<Figure> all) throws IOException {
        List<Figure> figures = all.stream().filter(Figure::still).toList();
        if (figures.isEmpty()) {
            return Map.of();
        }
        try (Context context = Context.enter()) {
            // ECharts is larger than what Rhino may compile into one method.
            context.setInterpretedMode(true);
            context.setLanguageVersion(Context.VERSION_ES6);
            ScriptableObject scope = context.initSafeStandardObjects();
            context.evaluateString(scope, SURROUNDINGS, "surroundings", 1, null);
            context.evaluateString(scope, echarts(), "echarts.min.js", 1, null);
            for (String name : SCRIPTS) {
                context.evaluateString(scope, text("/dev/pipemark/report/" + name), name, 1, null);
            }
            Function draw = (Function) ScriptableObject.getProperty(scope, "drawPipemarkChart");
            JsonMapper json = new JsonMapper();
            Map<String, String> drawings = new LinkedHashMap<>();
            for (Figure figure : figures) {
                Object drawn = draw.call(context, scope, scope, new Object[] {
                    figure.draw(), json.writeValueAsString(figure.data()), figure.width(), figure.height()
                });
                drawings.put(figure.id(), Svg.described(Context.toString(drawn), figure));
            }
            return drawings;
        } catch (RhinoException e) {
            throw new IOException(e.details() + " (" + e.sourceName() + ", line " + e.lineNumber() + ")", e);
        }
    }

    /** ECharts itself, as the webjar has it. */
    static String echarts() throws IOException {
        Properties pom = new Properties();
        try (InputStream in = open(POM)) {
            pom.load(in);
        }
        return text(WEBJAR + pom.getProperty("version") + "/echarts.min.js");
    }

    private static String text(String resource) throws IOException {
        try (InputStream in = open(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static InputStream open(String resource) throws IOException {
        InputStream in = Artist.class.getResourceAsStream(resource);
        if (in == null) {
            throw new FileNotFoundException(resource + " is not in this jar");
        }
        return in;
    }
}
