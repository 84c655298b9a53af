package dev.pipemark.capability.page;

import dev.pipemark.record.CodecFacts;
import dev.pipemark.record.LanguageCheck;
import dev.pipemark.record.LanguageFacts;
import dev.pipemark.record.LanguageMatrix;
import dev.pipemark.record.Leg;
import dev.pipemark.record.ValueFacts;
import dev.pipemark.record.ValueOutcome;
import dev.pipemark.report.doc.Csv;
import dev.pipemark.report.doc.MarkdownWriter;
import dev.pipemark.report.doc.Names;
import dev.pipemark.report.doc.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** Writes the files of a matrix of languages. */
public final class LanguageReports {
    private LanguageReports() {}

    /**
     * Writes {@code languages.csv} and {@code languages.md}.
     *
     * @param folder is created if it does not exist
     * @throws IOException if a file cannot be written
     */
    public static void write(LanguageMatrix matrix, Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("languages.csv"), csv(matrix));
        Page page = new Page("Pipemark: what other languages see", LanguageSections.of(matrix));
        Files.writeString(folder.resolve("languages.md"), MarkdownWriter.write(page));
    }

    /** Returns the last lines of a probe's output: each codec and language, and each value that is silently wrong. */
    public static List<String> summary(LanguageMatrix matrix) {
        List<String> lines = new ArrayList<>();
        for (CodecFacts codec : matrix.codecs()) {
            for (LanguageFacts language : matrix.languages()) {
                List<LanguageCheck> checks = matrix.of(codec.id()).stream()
                        .filter(check -> check.language().equals(language.name()))
                        .toList();
                if (!checks.isEmpty()) {
                    lines.add(codec.id() + " " + language.name() + ": " + counts(checks));
                }
            }
        }
        matrix.checks().forEach(check -> {
            wrong(check, "there", check.there(), lines);
            wrong(check, "back", check.back(), lines);
        });
        matrix.checks().stream()
                .filter(check -> !check.there().tried())
                .map(check -> check.language() + ", " + check.format() + ": not tried: "
                        + check.there().detail())
                .distinct()
                .forEach(lines::add);
        lines.add(matrix.checks().size() + " checks in " + Names.duration(matrix.seconds()));
        return lines;
    }

    private static String counts(List<LanguageCheck> checks) {
        List<LanguageCheck> tried =
                checks.stream().filter(check -> check.there().tried()).toList();
        if (tried.isEmpty()) {
            return "not tried";
        }
        return count(tried, LanguageCheck::there, Leg::carries) + " of " + tried.size() + " equal there, "
                + count(tried, LanguageCheck::back, Leg::carries) + " back; silently wrong: "
                + count(tried, LanguageCheck::there, leg -> leg.is(ValueOutcome.WRONG)) + " there, "
                + count(tried, LanguageCheck::back, leg -> leg.is(ValueOutcome.WRONG)) + " back";
    }

    private static long count(List<LanguageCheck> checks, Function<LanguageCheck, Leg> way, Predicate<Leg> wanted) {
        return checks.stream().map(way).filter(wanted).count();
    }

    private static void wrong(LanguageCheck check, String way, Leg leg, List<String> lines) {
        if (leg.is(ValueOutcome.WRONG)) {
            lines.add("silently wrong " + way + ": " + check.codec() + " " + check.language() + " " + check.value()
                    + ": " + leg.detail());
        }
    }

    private static String csv(LanguageMatrix matrix) {
        Map<String, ValueFacts> values = new HashMap<>();
        matrix.values().forEach(value -> values.put(value.id(), value));
        Function<LanguageCheck, Optional<ValueFacts>> facts = check -> Optional.ofNullable(values.get(check.value()));
        return new Csv<LanguageCheck>()
                .column("codec", LanguageCheck::codec)
                .column("language", LanguageCheck::language)
                .column("value", LanguageCheck::value)
                .column("there", check -> check.there().label())
                .column("back", check -> check.back().label())
                .column("format", LanguageCheck::format)
                .column(
                        "group",
                        check -> facts.apply(check).map(ValueFacts::group).orElse(""))
                .column("there_detail", check -> check.there().detail())
                .column("back_detail", check -> check.back().detail())
                .column(
                        "what_it_is",
                        check -> facts.apply(check).map(ValueFacts::summary).orElse(""))
                .of(matrix.checks());
    }
}
