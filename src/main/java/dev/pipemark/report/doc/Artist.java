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

/** Draws figures as SVG without a browser. This takes most of the time of a report. */
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
        Map<String, String> drawn = new LinkedHashMap<>();
        try (Easel easel = new Easel(echarts(), scripts())) {
            for (Figure figure : figures) {
                drawn.put(figure.id(), easel.draw(figure));
            }
        }
        return drawn;
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
