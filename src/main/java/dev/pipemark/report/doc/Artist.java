package dev.pipemark.report.doc;

import dev.pipemark.report.doc.Page.Figure;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.regex.Pattern;
import org.mozilla.javascript.Context;
import org.mozilla.javascript.Function;
import org.mozilla.javascript.RhinoException;
import org.mozilla.javascript.ScriptableObject;
import tools.jackson.databind.json.JsonMapper;

/**
 * Draws figures as SVG without a browser, by ECharts in Rhino. This takes most of the time of a report. Scripts get JSON and
 * have no access to Java.
 */
public final class Artist {
    private static final String WEBJAR = "/META-INF/resources/webjars/echarts/";
    private static final String POM = "/META-INF/maven/org.webjars/echarts/pom.properties";

    /** In the order of their dependencies. */
    private static final List<String> SCRIPTS = List.of(
            "charts-words.js",
            "charts-axes.js",
            "charts-parts.js",
            "charts-trade-off.js",
            "charts-stages.js",
            "charts-tail.js",
            "charts-sweep.js",
            "charts-still.js",
            "charts-live.js");

    /** Globals that ECharts expects. Timers never fire, which is safe because nothing is animated. */
    private static final String SURROUNDINGS = """
            var console = {log: function () {}, warn: function () {}, error: function () {}};
            var setTimeout = function () { return 0; };
            var clearTimeout = function () {};
            """;

    /** Comments on lines of their own, and indentation. */
    private static final Pattern FOR_AUTHORS = Pattern.compile("(?m)^\\s*(?:/\\*(?s:.*?)\\*/|//.*)\\s*$\\n?|^[ \\t]+");

    /** Bytes. The recursion of ECharts is too deep for the usual stack of a thread. */
    private static final long STACK = 16L << 20;

    private Artist() {}

    /** Returns the scripts of the charts, for a page: a function for each kind of chart. */
    static String script() throws IOException {
        return plain(String.join("\n", scripts().values()));
    }

    /** Returns a script without comments and indentation. */
    static String plain(String script) {
        return FOR_AUTHORS.matcher(script).replaceAll("");
    }

    /** Returns the drawings of figures, by their ids. */
    public static Map<String, String> draw(List<Figure> figures) throws IOException {
        if (figures.isEmpty()) {
            return Map.of();
        }
        FutureTask<Map<String, String>> work = new FutureTask<>(() -> drawn(figures));
        Thread thread = new Thread(null, work, "charts", STACK);
        thread.setDaemon(true);
        thread.start();
        try {
            return work.get();
        } catch (ExecutionException e) {
            throw new IOException(
                    e.getCause() instanceof IOException known ? known.getMessage() : String.valueOf(e.getCause()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while charts were drawn");
        }
    }

    private static Map<String, String> drawn(List<Figure> figures) throws IOException {
        JsonMapper json = new JsonMapper();
        Map<String, String> drawn = new LinkedHashMap<>();
        try (Context context = Context.enter()) {
            // Rhino cannot compile ECharts, which is too large for one method. The other scripts are not worth it.
            context.setInterpretedMode(true);
            context.setLanguageVersion(Context.VERSION_ES6);
            ScriptableObject scope = context.initSafeStandardObjects();
            context.evaluateString(scope, SURROUNDINGS, "surroundings", 1, null);
            context.evaluateString(scope, echarts(), "echarts.min.js", 1, null);
            scripts().forEach((name, text) -> context.evaluateString(scope, text, name, 1, null));
            Function draw = (Function) ScriptableObject.getProperty(scope, "drawPipemarkChart");
            for (Figure figure : figures) {
                Object svg = draw.call(context, scope, scope, new Object[] {
                    figure.draw(), json.writeValueAsString(figure.data()), figure.width(), figure.height()
                });
                drawn.put(figure.id(), Svg.described(Context.toString(svg), figure));
            }
            return drawn;
        } catch (RhinoException e) {
            throw new IOException(e.details() + " (" + e.sourceName() + ", line " + e.lineNumber() + ")", e);
        }
    }

    /** Returns ECharts, from its webjar. */
    static String echarts() throws IOException {
        Properties pom = new Properties();
        try (InputStream in = open(POM)) {
            pom.load(in);
        }
        return text(WEBJAR + pom.getProperty("version") + "/echarts.min.js");
    }

    private static Map<String, String> scripts() throws IOException {
        Map<String, String> scripts = new LinkedHashMap<>();
        for (String name : SCRIPTS) {
            scripts.put(name, text("/dev/pipemark/report/" + name));
        }
        return scripts;
    }

    /** Returns a text file of the jar. */
    static String text(String resource) throws IOException {
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
