package dev.pipemark.compare;

import dev.pipemark.report.doc.MarkdownWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes the comparison of two runs. */
public final class CompareFiles {
    private CompareFiles() {}

    /**
     * Writes {@code compare.md}, {@code compare.csv} and {@code compare.json}.
     *
     * @param folder is created if it does not exist
     * @throws IOException if a file cannot be written
     */
    public static void write(Comparison comparison, Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("compare.md"), MarkdownWriter.write(ComparePage.of(comparison)));
        Files.writeString(folder.resolve("compare.csv"), CompareCsv.of(comparison));
        Files.write(folder.resolve("compare.json"), CompareJson.of(comparison));
    }

    /** Returns a summary as Markdown, in lines of at most the given number of characters. */
    public static List<String> summary(Comparison comparison, int columns) {
        return CompareSummary.of(comparison, columns);
    }
}
