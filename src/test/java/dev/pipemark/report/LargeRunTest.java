package dev.pipemark.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pipemark.record.Run;
import dev.pipemark.report.doc.Page;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/** Catches a page that is too large, and payloads that are lost in a large run. */
class LargeRunTest {
    /** Bytes of the whole page. */
    private static final int MOST = 2_000_000;

    @TempDir
    static Path folder;

    private static Run run;
    private static double seconds;
    private static String html = "";

    @BeforeAll
    static void write() throws Exception {
        run = LargeRun.of(3, 60, 45);
        assertThat(run.info().codecs())
                .filteredOn(codec -> !codec.badge().equals("control"))
                .hasSize(60);
        assertThat(run.info().payloads()).hasSize(45);
        long begun = System.nanoTime();
        Reports.write(run, folder);
        seconds = (System.nanoTime() - begun) / 1e9;
        html = Files.readString(folder.resolve("report.html"));
    }

    @Test
    void thePageIsSmallEnoughForABrowser(TestReporter reporter) {
        Map<String, String> weights = new LinkedHashMap<>();
        weights.put("built in, s", String.format(java.util.Locale.ROOT, "%.1f", seconds));
        weights.put("all, kB", kilobytes(html.getBytes(StandardCharsets.UTF_8).length));
        weights.put("scripts, kB", kilobytes(weight("(?s)<script\\b.*?</script>")));
        weights.put("tables, kB", kilobytes(weight("(?s)<table\\b.*?</table>")));
        reporter.publishEntry(weights);
        assertThat(html.getBytes(StandardCharsets.UTF_8).length)
                .as(weights.toString())
                .isLessThan(MOST);
    }

    @Test
    void everyPayloadHasItsTable() {
        assertThat(run.info().payloads())
                .allMatch(payload -> html.contains("<table id=\"numbers-" + Page.slug(payload.id()) + "\">"));
    }

    private static int weight(String part) {
        return Pattern.compile(part)
                .matcher(html)
                .results()
                .map(MatchResult::group)
                .mapToInt(text -> text.getBytes(StandardCharsets.UTF_8).length)
                .sum();
    }

    private static String kilobytes(int bytes) {
        return Integer.toString(bytes / 1_000);
    }
}
