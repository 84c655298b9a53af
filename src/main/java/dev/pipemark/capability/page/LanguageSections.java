package dev.pipemark.capability.page;

import dev.pipemark.record.CodecFacts;
import dev.pipemark.record.LanguageCheck;
import dev.pipemark.record.LanguageFacts;
import dev.pipemark.record.LanguageMatrix;
import dev.pipemark.record.Leg;
import dev.pipemark.record.Matrix;
import dev.pipemark.record.ValueFacts;
import dev.pipemark.record.ValueOutcome;
import dev.pipemark.report.doc.Grid;
import dev.pipemark.report.doc.Names;
import dev.pipemark.report.doc.Page;
import dev.pipemark.report.doc.Page.Block;
import dev.pipemark.report.doc.Page.Lines;
import dev.pipemark.report.doc.Page.Section;
import dev.pipemark.report.doc.Page.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The sections that show which values travel to programs in other languages and back. */
final class LanguageSections {
    /** One codec with one language. */
    private record Row(String codec, String language) {
        String label() {
            return codec + " " + language;
        }
    }

    private final LanguageMatrix matrix;
    private final Map<Row, Map<String, LanguageCheck>> rows = new LinkedHashMap<>();

    private LanguageSections(LanguageMatrix matrix) {
        this.matrix = matrix;
        matrix.checks()
                .forEach(check -> rows.computeIfAbsent(
                                new Row(check.codec(), check.language()), row -> new LinkedHashMap<>())
                        .put(check.value(), check));
    }

    static List<Section> of(LanguageMatrix matrix) {
        LanguageSections of = new LanguageSections(matrix);
        List<Section> sections = new ArrayList<>();
        sections.add(new Section("crosses", 2, "What crosses", of.overview()));
        of.groups()
                .forEach((group, values) -> sections.add(new Section(
                        "values-" + Page.slug(group), 3, Names.capital(group), List.of(of.group(group, values)))));
        of.details(sections, "wrong", "Silently wrong", leg -> leg.is(ValueOutcome.WRONG));
        of.details(sections, "lossy", "Lossy", leg -> leg.is(ValueOutcome.LOSSY));
        of.details(sections, "refused", "Refused, or ended a process", Leg::failed);
        of.untried(sections);
        return sections;
    }

    private Map<String, List<ValueFacts>> groups() {
        return matrix.values().stream()
                .collect(Collectors.groupingBy(ValueFacts::group, LinkedHashMap::new, Collectors.toList()));
    }

    private List<Block> overview() {
        List<Block> blocks = new ArrayList<>();
        if (!matrix.ended().equals(Matrix.COMPLETE)) {
            blocks.add(Lines.of("The probe is not complete (" + matrix.ended() + ")."));
        }
        blocks.add(
                Lines.of(
                        "A Java worker encodes each value. A program in another language decodes it and describes the result"
                                + " (there), and encodes it again for the Java worker (back). Both are compared with the original."));
        blocks.add(new Lines(
                matrix.languages().stream().map(LanguageSections::told).toList(), false));
        Grid<Row> grid = new Grid<>(rows.keySet())
                .text("codec", Row::codec)
                .text("language", Row::language)
                .text("format", this::formats)
                .number("tried", row -> count(row, check -> check.there().tried()));
        for (ValueOutcome outcome : ValueOutcome.values()) {
            grid.number(
                    "there: " + new Leg(outcome, "").label(),
                    row -> blank(row, check -> check.there().is(outcome)));
        }
        grid.number("back: equal", row -> count(row, check -> check.back().carries()))
                .number("back: lossy", row -> blank(row, check -> check.back().is(ValueOutcome.LOSSY)))
                .number(
                        "back: silently wrong",
                        row -> blank(row, check -> check.back().is(ValueOutcome.WRONG)))
                .number("not tried", row -> blank(row, check -> !check.there().tried()));
        blocks.add(grid.table("crosses-table", "Values by outcome", notes()));
        return blocks;
    }

    private List<String> notes() {
        List<String> notes = new ArrayList<>();
        notes.add(
                "Values that a codec has no message for are not counted. A value is equal in another type if its content is"
                        + " the same and its kind is not: a record as a map, a time as text.");
        notes.add(
                "Java decodes the returned value with the same codec. A loss between two Java processes is therefore a loss"
                        + " here too.");
        Set<String> seen = rows.keySet().stream().map(Row::codec).collect(Collectors.toCollection(LinkedHashSet::new));
        List<String> others = matrix.codecs().stream()
                .map(CodecFacts::id)
                .filter(codec -> !seen.contains(codec))
                .toList();
        if (!others.isEmpty()) {
            notes.add("Codecs without a format that these programs read: " + String.join(", ", others) + ".");
        }
        return notes;
    }

    private static String told(LanguageFacts language) {
        String libraries = language.libraries().entrySet().stream()
                .map(library -> library.getKey() + " by " + library.getValue())
                .collect(Collectors.joining(", "));
        return language.name() + ": " + (language.runtime().isEmpty() ? "not started" : language.runtime())
                + (libraries.isEmpty() ? "" : "; " + libraries) + ".";
    }

    private String formats(Row row) {
        return checks(row).stream()
                .map(LanguageCheck::format)
                .filter(format -> !format.isEmpty())
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private List<LanguageCheck> checks(Row row) {
        return List.copyOf(rows.getOrDefault(row, Map.of()).values());
    }

    private Value count(Row row, Predicate<LanguageCheck> wanted) {
        return Value.text(Long.toString(checks(row).stream().filter(wanted).count()));
    }

    /** A column that has nothing but zeros is left out. */
    private Value blank(Row row, Predicate<LanguageCheck> wanted) {
        Value count = count(row, wanted);
        return count.text().equals("0") ? Value.BLANK : count;
    }

    private Block group(String group, List<ValueFacts> values) {
        Grid<ValueFacts> grid =
                new Grid<>(values).text("value", ValueFacts::id).text("what it is", ValueFacts::summary);
        rows.forEach((row, checks) -> grid.text(row.label(), value -> {
            LanguageCheck check = checks.get(value.id());
            return check == null
                    ? ""
                    : check.there().mark() + " " + check.back().mark();
        }));
        return grid.table("values-" + Page.slug(group) + "-table", Names.capital(group), List.of(legend(values)));
    }

    /** Explains only the marks that occur. */
    private String legend(List<ValueFacts> values) {
        Set<String> ids = values.stream().map(ValueFacts::id).collect(Collectors.toSet());
        List<Leg> legs = matrix.checks().stream()
                .filter(check -> ids.contains(check.value()))
                .flatMap(check -> List.of(check.there(), check.back()).stream())
                .toList();
        List<String> marks = Arrays.stream(ValueOutcome.values())
                .filter(outcome -> legs.stream().anyMatch(leg -> leg.is(outcome)))
                .map(outcome -> outcome.mark() + " " + new Leg(outcome, "").label())
                .collect(Collectors.toCollection(ArrayList::new));
        if (legs.stream().anyMatch(leg -> !leg.tried())) {
            marks.add(Leg.untried("").mark() + " not tried");
        }
        return "The first mark is for the value in the other language (there), the second for the returned value (back): "
                + String.join(", ", marks)
                + ". Blank: the codec has no message for it. languages.csv has every reason.";
    }

    private void details(List<Section> sections, String id, String title, Predicate<Leg> wanted) {
        List<LanguageCheck> such = matrix.checks().stream()
                .filter(check -> wanted.test(check.there()) || wanted.test(check.back()))
                .toList();
        if (such.isEmpty()) {
            return;
        }
        Grid<LanguageCheck> grid = new Grid<>(such)
                .text("value", LanguageCheck::value)
                .text("codec", LanguageCheck::codec)
                .text("language", LanguageCheck::language)
                .text("there", check -> told(check.there(), wanted))
                .text("back", check -> told(check.back(), wanted));
        sections.add(new Section(id, 2, title, List.of(grid.table(id + "-table", title, List.of()))));
    }

    private static String told(Leg leg, Predicate<Leg> wanted) {
        return leg.label() + (wanted.test(leg) ? ": " + Names.brief(leg.detail()) : "");
    }

    private void untried(List<Section> sections) {
        List<String> reasons = matrix.checks().stream()
                .filter(check -> !check.there().tried())
                .map(check -> check.language() + ", " + check.format() + ": "
                        + Names.brief(check.there().detail()))
                .distinct()
                .toList();
        if (!reasons.isEmpty()) {
            sections.add(new Section("untried", 2, "Not tried", List.of(new Lines(reasons, false))));
        }
    }
}
