package dev.pipemark.report;

import dev.pipemark.record.MatrixFolder;
import dev.pipemark.record.PythonReference;
import dev.pipemark.record.Run;
import dev.pipemark.report.doc.Artist;
import dev.pipemark.report.doc.HtmlWriter;
import dev.pipemark.report.doc.MarkdownWriter;
import dev.pipemark.report.doc.Names;
import dev.pipemark.report.doc.Page;
import dev.pipemark.report.doc.Page.Section;
import dev.pipemark.report.doc.Stills;
import dev.pipemark.report.doc.Svg;
import dev.pipemark.report.rank.Findings;
import dev.pipemark.report.rank.Leaders;
import dev.pipemark.report.sections.Sections;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Writes the files of a report from a run, finished or not. */
public final class Reports {
    private Reports() {}

    /**
     * Writes {@code report.md}, {@code report.html}, {@code charts/*.svg}, {@code throughput.csv}, {@code sizes.csv},
     * {@code capabilities.csv} and {@code results.csv}; with the newest matrix of values that stands beside the folder and
     * was made by the same code and Java, and with what Python was measured to do, where that stands beside it too. Charts
     * that cannot be drawn, or numbers of Python's that cannot be read, cost one line in the report, never the report.
     *
     * @param folder is made where there is none
     * @throws IOException when a file cannot be written
     */
    public static void write(Run run, Path folder) throws IOException {
        write(run, folder, Artist::draw);
    }

    /** Draws figures, by their ids. */
    interface Pen {
        Map<String, String> draw(List<Page.Figure> figures) throws IOException;
    }

    static void write(Run run, Path folder, Pen pen) throws IOException {
        Findings findings = new Findings(run);
        Files.createDirectories(folder);
        write(folder, "results.csv", CsvFiles.results(findings));
        write(folder, "throughput.csv", ThroughputCsv.of(findings));
        write(folder, "sizes.csv", CsvFiles.sizes(findings));
        write(folder, "capabilities.csv", CsvFiles.capabilities(findings));

        Path results = folder.toAbsolutePath().normalize().getParent();
        List<Section> faults = new ArrayList<>();
        Page page = Sections.page(
                findings,
                results == null
                        ? Optional.empty()
                        : MatrixFolder.newest(results, run.info().settings()),
                results == null ? Optional.empty() : python(results, faults));
        Map<String, String> drawings;
        try {
            drawings = pen.draw(page.figures());
        } catch (IOException | RuntimeException | LinkageError e) {
            drawings = Map.of();
            faults.add(fault("charts", "Charts", "The charts could not be drawn: " + Names.brief(String.valueOf(e))));
        }
        page = new Page(
                page.title(),
                Stream.concat(page.sections().stream(), faults.stream()).toList());
        charts(folder.resolve("charts"), drawings);
        write(folder, "report.md", MarkdownWriter.write(page, drawings));
        write(folder, "report.html", HtmlWriter.write(page, Stills.within(page, drawings)));
    }

    /** A line for each family: who leads, as far as the rounds allow to say so. */
    public static List<String> leaders(Run run) {
        return Leaders.lines(new Findings(run));
    }

    private static void charts(Path folder, Map<String, String> drawings) throws IOException {
        Files.createDirectories(folder);
        // A report that is written again must not keep charts of the one before.
        try (var old = Files.newDirectoryStream(folder, "*.svg")) {
            for (Path chart : old) {
                Files.delete(chart);
            }
        }
        for (Map.Entry<String, String> drawing : drawings.entrySet()) {
            write(folder, drawing.getKey() + ".svg", Svg.standalone(drawing.getValue()));
        }
    }

    private static Optional<PythonReference> python(Path results, List<Section> faults) {
        try {
            return PythonReference.in(results);
        } catch (IOException e) {
            faults.add(fault("python-reference", "Python", Names.brief(String.valueOf(e.getMessage()))));
            return Optional.empty();
        }
    }

    private static Section fault(String id, String title, String line) {
        return new Section(id, 2, title, List.of(Page.Lines.of(line)));
    }

    private static void write(Path folder, String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }
}
