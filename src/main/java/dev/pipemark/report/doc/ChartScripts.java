package dev.pipemark.report.doc;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;

/** The scripts that draw charts in a page, from the jar: ECharts, and a function for each kind of chart. */
final class ChartScripts {
    private static final String WEBJAR = "/META-INF/resources/webjars/echarts/";
    private static final String POM = "/META-INF/maven/org.webjars/echarts/pom.properties";

    /** In the order of their dependencies. */
    private static final List<String> NAMES =
            List.of("words", "axes", "data", "parts", "trade-off", "stages", "tail", "sweep", "live");

    /** Comments on lines of their own, and indentation. */
    private static final Pattern FOR_AUTHORS = Pattern.compile("(?m)^\\s*(?:/\\*(?s:.*?)\\*/|//.*)\\s*$\\n?|^[ \\t]+");

    private ChartScripts() {}

    /** Returns ECharts, from its webjar. */
    static String echarts() throws IOException {
        Properties pom = new Properties();
        pom.load(new StringReader(text(POM)));
        return text(WEBJAR + pom.getProperty("version") + "/echarts.min.js");
    }

    /** Returns the functions of all kinds of charts. */
    static String own() throws IOException {
        List<String> scripts = new ArrayList<>();
        for (String name : NAMES) {
            scripts.add(text("/dev/pipemark/report/charts-" + name + ".js"));
        }
        return plain(String.join("\n", scripts));
    }

    /** Returns a script without comments and indentation. */
    static String plain(String script) {
        return FOR_AUTHORS.matcher(script).replaceAll("");
    }

    /** Returns a text file of the jar. */
    static String text(String resource) throws IOException {
        try (InputStream in = ChartScripts.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new FileNotFoundException(resource + " is not in this jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
