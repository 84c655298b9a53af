package dev.pipemark.report.doc;

import dev.pipemark.report.doc.Page.Figure;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;

/**
 * Draws figures as SVG without a browser. Many are drawn by two threads: most of the time that a report takes is spent
 * here.
 */
public final class Artist {
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
            "charts-forks.js",
            "charts-still.js",
            "charts-live.js");

    /** Comments that have lines to themselves, and what lines begin with. */
    private static final Pattern FOR_AUTHORS = Pattern.compile("(?m)^\\s*(?:/\\*(?s:.*?)\\*/|//.*)\\s*$\\n?|^[ \\t]+");

    /** So few figures are drawn before a second easel would stand. */
    private static final int FEW = 5;

    /** ECharts calls itself back, deeper than a thread's own stack may bear. */
    private static final long STACK = 16L << 20;

    private Artist() {}

    /** Our own scripts, the same for still pictures and for a page: a function for each kind of chart. */
    static String script() throws IOException {
        return FOR_AUTHORS.matcher(String.join("\n", scripts().values())).replaceAll("");
    }

    /** Drawings by the figure's id, of those that are to be still pictures. */
    public static Map<String, String> draw(List<Figure> all) throws IOException {
        List<Figure> figures = all.stream().filter(Figure::still).toList();
        if (figures.isEmpty()) {
            return Map.of();
        }
        Queue<Figure> waiting = new ConcurrentLinkedQueue<>(figures);
        Map<String, String> drawn = new ConcurrentHashMap<>();
        int easels =
                figures.size() <= FEW ? 1 : Math.min(2, Runtime.getRuntime().availableProcessors());
        ExecutorService threads = Executors.newFixedThreadPool(easels, Artist::thread);
        try {
            Callable<Void> work = work(waiting, drawn);
            List<Future<Void>> artists = new ArrayList<>();
            for (int easel = 0; easel < easels; easel++) {
                artists.add(threads.submit(work));
            }
            for (Future<Void> artist : artists) {
                artist.get();
            }
        } catch (ExecutionException e) {
            throw new IOException(
                    e.getCause() instanceof IOException known ? known.getMessage() : String.valueOf(e.getCause()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while charts were drawn");
        } finally {
            waiting.clear();
            threads.shutdown();
        }
        Map<String, String> drawings = new LinkedHashMap<>();
        figures.forEach(figure -> drawings.put(figure.id(), drawn.getOrDefault(figure.id(), "")));
        return drawings;
    }

    /** Draws one figure after the other until none is left. */
    private static Callable<Void> work(Queue<Figure> waiting, Map<String, String> drawn) throws IOException {
        String echarts = echarts();
        Map<String, String> own = scripts();
        return () -> {
            try (Easel easel = new Easel(echarts, own)) {
                for (Figure figure = waiting.poll(); figure != null; figure = waiting.poll()) {
                    drawn.put(figure.id(), easel.draw(figure));
                }
            }
            return null;
        };
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(null, work, "charts", STACK);
        thread.setDaemon(true);
        return thread;
    }

    /** ECharts itself, as the webjar has it. */
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
