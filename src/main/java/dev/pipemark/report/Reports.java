package dev.pipemark.report;

import dev.pipemark.compare.ArmComparison;
import dev.pipemark.record.Matrix;
import dev.pipemark.record.MatrixFolder;
import dev.pipemark.record.PythonReference;
import dev.pipemark.record.Run;
import dev.pipemark.report.doc.Artist;
import dev.pipemark.report.doc.FirstScreen;
import dev.pipemark.report.doc.HtmlWriter;
import dev.pipemark.report.doc.MarkdownWriter;
import dev.pipemark.report.doc.Names;
import dev.pipemark.report.doc.Page;
import dev.pipemark.report.doc.Page.Section;
import dev.pipemark.report.doc.Svg;
import dev.pipemark.report.rank.Effort;
import dev.pipemark.report.rank.Findings;
import dev.pipemark.report.rank.Standings;
import dev.pipemark.report.sections.Answers;
import dev.pipemark.report.sections.ArmAnswers;
import dev.pipemark.report.sections.Front;
import dev.pipemark.report.sections.Sections;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Writes the files of a report from a run, finished or not. */
public final class Reports {
    private static final String DETAILS = "details";

    private Reports() {}

    /**
     * Writes {@code report.md}, {@code details/*.md}, {@code report.html}, {@code charts/*.svg}, {@code throughput.csv},
     * {@code sizes.csv}, {@code capabilities.csv}, {@code results.csv} and, of a run
     * with arms, {@code arms.csv}; with the newest matrices of values and of languages that stand beside the folder and
     * were made by the same code and Java, and with what Python was measured to do, where that stands beside it too. Charts
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
        ArmComparison arms = ArmComparison.of(run);
        if (!arms.cells().isEmpty()) {
            write(folder, "arms.csv", CsvFiles.arms(arms));
        }

        Path results = folder.toAbsolutePath().normalize().getParent();
        List<Section> faults = new ArrayList<>();
        Optional<Matrix> matrix = results == null
                ? Optional.empty()
                : MatrixFolder.newest(results, run.info().settings());
        Standings standings = new Standings(
                findings,
                matrix,
                results == null
                        ? Optional.empty()
                        : MatrixFolder.newestOfLanguages(results, run.info().settings()));
        FirstScreen front = Front.of(findings, standings);
        Page page = Sections.page(findings, matrix, results == null ? Optional.empty() : python(results, faults));
        Map<String, String> drawings = new HashMap<>();
        try {
            drawings.putAll(pen.draw(page.figures()));
        } catch (IOException | RuntimeException | LinkageError e) {
            faults.add(fault("charts", "Charts", "The charts could not be drawn: " + Names.brief(String.valueOf(e))));
        }
        page = new Page(
                page.title(),
                Stream.concat(page.sections().stream(), faults.stream()).toList());
        drawings.putAll(Front.drawing(standings));
        Map<String, String> charts = new HashMap<>();
        drawings.forEach((id, drawing) -> charts.put(id + ".svg", Svg.standalone(drawing)));
        replace(folder.resolve("charts"), "*.svg", charts);
        replace(folder.resolve(DETAILS), "*.md", MarkdownWriter.files(page, drawings.keySet()));
        write(folder, "report.md", first(front, page, faults, drawings.keySet()));
        write(folder, "report.html", HtmlWriter.write(page, Optional.of(front)));
    }

    /**
     * A line for each family: the winner, and how far the next one is behind that is really slower; and one that says what
     * would decide what is open.
     */
    public static List<String> winners(Run run) {
        Findings findings = new Findings(run);
        List<String> lines =
                new ArrayList<>(Answers.lines(new Standings(findings, Optional.empty(), Optional.empty())));
        String effort = Effort.toDecide(findings).words();
        if (!effort.isEmpty()) {
            lines.add("to decide the rest: " + effort);
        }
        return lines;
    }

    /** For each arm what it is, and its cells, the worst first; nothing where the run has none. */
    public static List<String> arms(Run run) {
        return ArmAnswers.lines(run);
    }

    /** The first screen, whatever went wrong, and where everything else is. */
    private static String first(FirstScreen front, Page page, List<Section> faults, Set<String> drawn) {
        List<Page.Block> answer = new ArrayList<>();
        answer.add(Page.Lines.of(
                String.join(" · ", front.facts()) + (front.caveat().isEmpty() ? "" : " · " + front.caveat())));
        answer.addAll(front.blocks());
        List<Section> sections = new ArrayList<>();
        sections.add(new Section("answer", 2, "The answer", answer));
        sections.addAll(faults);
        sections.add(new Section(DETAILS, 2, "Details", List.of()));
        return MarkdownWriter.write(new Page(front.question(), sections), drawn)
                + MarkdownWriter.contents(page, DETAILS);
    }

    /** A report that is written again must not keep files of the one before. */
    private static void replace(Path folder, String old, Map<String, String> texts) throws IOException {
        Files.createDirectories(folder);
        try (var files = Files.newDirectoryStream(folder, old)) {
            for (Path file : files) {
                Files.delete(file);
            }
        }
        for (Map.Entry<String, String> text : texts.entrySet()) {
            write(folder, text.getKey(), text.getValue());
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
