package dev.pipemark.report;

import dev.pipemark.compare.ComparedRun;
import dev.pipemark.report.doc.HtmlWriter;
import dev.pipemark.report.doc.MarkdownWriter;
import dev.pipemark.report.doc.Page;
import dev.pipemark.report.rank.Findings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Writes the files of a report from what JMH wrote, of whatever suite. */
public final class JmhReports {
    private JmhReports() {}

    /**
     * Writes {@code report.md}, {@code report.html} and {@code results.csv}; of this suite's own benchmarks all that
     * {@link Reports} writes.
     *
     * @param folder is made where there is none
     * @throws IOException when a file cannot be written
     */
    public static void write(ComparedRun run, Path folder) throws IOException {
        if (run.run().info().cells().stream().noneMatch(cell -> cell.benchmark().contains("."))) {
            Reports.write(run.run(), folder);
            return;
        }
        Files.createDirectories(folder);
        Page page = JmhPage.of(run);
        Files.writeString(folder.resolve("report.md"), MarkdownWriter.write(page, Map.of()));
        Files.writeString(folder.resolve("report.html"), HtmlWriter.write(page, Map.of()));
        Files.writeString(folder.resolve("results.csv"), CsvFiles.results(new Findings(run.run())));
    }
}
