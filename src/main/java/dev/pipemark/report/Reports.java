package dev.pipemark.report;

import dev.pipemark.compare.ArmComparison;
import dev.pipemark.compare.CompareCsv;
import dev.pipemark.record.Matrix;
import dev.pipemark.record.MatrixFolder;
import dev.pipemark.record.PythonReference;
import dev.pipemark.record.Run;
import dev.pipemark.report.doc.FirstScreen;
import dev.pipemark.report.doc.HtmlWriter;
import dev.pipemark.report.doc.MarkdownWriter;
import dev.pipemark.report.doc.Names;
import dev.pipemark.report.doc.Page;
import dev.pipemark.report.doc.Page.Section;
import dev.pipemark.report.rank.Effort;
import dev.pipemark.report.rank.Findings;
import dev.pipemark.report.rank.Standings;
import dev.pipemark.report.sections.Answers;
import dev.pipemark.report.sections.ArmAnswers;
import dev.pipemark.report.sections.Front;
import dev.pipemark.report.sections.PairLines;
import dev.pipemark.report.sections.Sections;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes the files of a report from a run, finished or not. */
public final class Reports {
    private static final String DETAILS = "details";

    private Reports() {}

    /**
     * Writes {@code report.md}, {@code details/*.md}, {@code report.html}, {@code charts/answer.svg},
     * {@code throughput.csv}, {@code sizes.csv}, {@code capabilities.csv} and {@code results.csv}. A run with arms also
     * gets {@code arms.csv}.
     *
     * <p>The report also shows files beside the folder: the newest matrices of values and of languages that the same code
     * and Java made, and the measurements of Python. If there is no such matrix of languages, it shows the published one. If
     * Python's numbers cannot be read, the report says so in one line and is written anyway.
     *
     * @param folder is created if it does not exist
     * @throws IOException if a file cannot be written
     */
    public static void write(Run run, Path folder) throws IOException {
        Findings findings = new Findings(run);
        Files.createDirectories(folder);
        write(folder, "results.csv", CsvFiles.results(findings));
        write(folder, "throughput.csv", CsvFiles.throughput(findings));
        write(folder, "sizes.csv", CsvFiles.sizes(findings));
        write(folder, "capabilities.csv", CsvFiles.capabilities(findings));
        ArmComparison arms = ArmComparison.of(run);
        if (!arms.cells().isEmpty()) {
            write(folder, "arms.csv", CompareCsv.of(arms));
        }

        Optional<Path> results =
                Optional.ofNullable(folder.toAbsolutePath().normalize().getParent());
        Map<String, String> settings = run.info().settings();
        Optional<Matrix> matrix = results.flatMap(beside -> MatrixFolder.newest(beside, settings));
        Standings standings = new Standings(
                findings, matrix, results.flatMap(beside -> MatrixFolder.newestOfLanguages(beside, settings)));
        List<Section> faults = new ArrayList<>();
        Page page = Sections.page(findings, matrix, results.flatMap(beside -> python(beside, faults)))
                .with(List.of(), faults);
        replace(folder.resolve("charts"), "*.svg", Front.drawing(standings));
        replace(folder.resolve(DETAILS), "*.md", MarkdownWriter.files(page));
        FirstScreen front = Front.of(findings, standings);
        write(folder, "report.md", MarkdownWriter.write(first(front, faults)) + MarkdownWriter.contents(page, DETAILS));
        write(
                folder,
                "report.html",
                HtmlWriter.write(page.with(Front.needs(standings), List.of()), Optional.of(front)));
    }

    /**
     * Returns a sentence for each family: the winner, the codecs that may be as fast, and the next that is certainly slower.
     * A last line says what would decide the open comparisons.
     */
    public static List<String> winners(Run run) {
        Findings findings = new Findings(run);
        Standings standings = new Standings(findings, Optional.empty(), Optional.empty());
        List<String> lines = new ArrayList<>(Answers.families(standings));
        String effort = Effort.toDecide(findings).words();
        if (!effort.isEmpty()) {
            lines.add("to decide the inconclusive cells: " + effort);
        }
        return lines;
    }

    /** Returns a line for each benchmark and payload on which both codecs were timed: the cost of one over that of the other. */
    public static List<String> pair(Run run, String one, String other) {
        return PairLines.of(new Standings(new Findings(run), Optional.empty(), Optional.empty()), one, other);
    }

    /** Returns a line about each arm, followed by its cells, worst first. Empty if the run has no arms. */
    public static List<String> arms(Run run) {
        return ArmAnswers.lines(run);
    }

    /** Returns the first screen and the faults, with an empty last section for links to everything else. */
    private static Page first(FirstScreen front, List<Section> faults) {
        String facts = Stream.concat(front.facts().stream(), Stream.of(front.caveat()))
                .filter(fact -> !fact.isEmpty())
                .collect(Collectors.joining(" · "));
        List<Page.Block> answer = new ArrayList<>(List.of(Page.Lines.of(facts)));
        answer.addAll(front.blocks());
        return new Page(front.question(), List.of(new Section("answer", 2, "The answer", answer)))
                .with(List.of(), faults)
                .with(List.of(), List.of(new Section(DETAILS, 2, "Details", List.of())));
    }

    /** Deletes the files of an earlier report, and writes the new ones. */
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
            Page.Block line = Page.Lines.of(Names.brief(String.valueOf(e.getMessage())));
            faults.add(new Section("python-reference", 2, "Python", List.of(line)));
            return Optional.empty();
        }
    }

    private static void write(Path folder, String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }
}
