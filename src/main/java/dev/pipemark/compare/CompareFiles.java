package dev.pipemark.compare;

import dev.pipemark.report.doc.MarkdownWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** Writes what became of each cell from one run to another. */
public final class CompareFiles {
    private CompareFiles() {}

    /**
     * Writes {@code compare.md}, {@code compare.csv} and {@code compare.json}.
     *
     * @param folder is made where there is none
     * @throws IOException when a file cannot be written
     */
    public static void write(Comparison comparison, Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("compare.md"), MarkdownWriter.write(ComparePage.of(comparison), Set.of()));
        Files.writeString(folder.resolve("compare.csv"), CompareCsv.of(comparison));
        Files.write(folder.resolve("compare.json"), CompareJson.of(comparison));
    }

    /** The same in short, as Markdown, in lines of at most that many characters. */
    public static List<String> summary(Comparison comparison, int columns) {
        return CompareSummary.of(comparison, columns);
    }
}
