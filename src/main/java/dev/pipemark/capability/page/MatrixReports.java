package dev.pipemark.capability.page;

import dev.pipemark.record.ContractCheck;
import dev.pipemark.record.Matrix;
import dev.pipemark.record.ValueCheck;
import dev.pipemark.record.ValueFacts;
import dev.pipemark.record.ValueOutcome;
import dev.pipemark.report.doc.Csv;
import dev.pipemark.report.doc.HtmlWriter;
import dev.pipemark.report.doc.MarkdownWriter;
import dev.pipemark.report.doc.Names;
import dev.pipemark.report.doc.Page;
import dev.pipemark.report.doc.Page.Section;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes the files of a matrix. */
public final class MatrixReports {
    private MatrixReports() {}

    /**
     * Writes {@code capabilities.csv}, {@code contracts.csv} if contracts were probed, {@code report.md} and
     * {@code report.html}.
     *
     * @param folder is created if it does not exist
     * @throws IOException if a file cannot be written
     */
    public static void write(Matrix matrix, Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("capabilities.csv"), capabilities(matrix));
        if (!matrix.contracts().isEmpty()) {
            Files.writeString(folder.resolve("contracts.csv"), contracts(matrix));
        }
        List<Section> sections = new ArrayList<>(MatrixSections.matrix(matrix));
        sections.addAll(MatrixDetails.of(matrix));
        Page page = new Page("Pipemark: what travels to another process", sections);
        Files.writeString(folder.resolve("report.md"), MarkdownWriter.write(page));
        Files.writeString(folder.resolve("report.html"), HtmlWriter.write(page));
    }

    /** Returns the last lines of a probe's output, none wider than the given number of columns. */
    public static List<String> summary(Matrix matrix, int columns) {
        long tried = matrix.checks().size();
        List<String> lines = new ArrayList<>();
        lines.add(tried + " of " + matrix.rows().size() * matrix.values().size() + " pairs tried, in "
                + Names.duration(matrix.seconds()) + ":");
        for (ValueOutcome outcome : ValueOutcome.values()) {
            long count = matrix.checks().stream()
                    .filter(check -> check.outcome() == outcome)
                    .count();
            if (count > 0) {
                lines.add(String.format("%7d %s", count, outcome.label()));
            }
        }
        long hidden = matrix.checks().stream().filter(ValueCheck::onlyElsewhere).count();
        if (hidden > 0) {
            lines.add("A round trip inside one JVM would have hidden " + hidden + " of them.");
        }
        return lines.stream()
                .map(line -> line.length() <= columns ? line : line.substring(0, columns - 1) + "…")
                .toList();
    }

    private static String capabilities(Matrix matrix) {
        Map<String, ValueFacts> values = new HashMap<>();
        matrix.values().forEach(value -> values.put(value.id(), value));
        Map<String, String> versions = new HashMap<>();
        matrix.codecs().forEach(codec -> versions.put(codec.id(), codec.version()));
        ValueFacts unknown = new ValueFacts("", "", "");
        return new Csv<ValueCheck>()
                .column("codec", ValueCheck::codec)
                .column("version", check -> versions.getOrDefault(check.codec(), ""))
                .column("add_opens", ValueCheck::opened)
                .column("value", ValueCheck::value)
                .column("outcome", check -> check.outcome().label())
                .column("hidden_by_one_jvm", ValueCheck::onlyElsewhere)
                .column(
                        "group",
                        check -> values.getOrDefault(check.value(), unknown).group())
                .column("detail", ValueCheck::detail)
                .column(
                        "what_it_is",
                        check -> values.getOrDefault(check.value(), unknown).summary())
                .of(matrix.checks());
    }

    private static String contracts(Matrix matrix) {
        return new Csv<ContractCheck>()
                .column("codec", ContractCheck::codec)
                .column("contract", ContractCheck::contract)
                .column("answer", ContractCheck::answer)
                .column("probed", ContractCheck::probed)
                .column("detail", ContractCheck::detail)
                .of(matrix.contracts());
    }
}
