package dev.pipemark.report.sections;

import dev.pipemark.record.CodecFacts;
import dev.pipemark.report.doc.Names;
import dev.pipemark.report.doc.Page;
import dev.pipemark.report.rank.Evidence;
import dev.pipemark.report.rank.Measure;
import dev.pipemark.report.rank.Need;
import dev.pipemark.report.rank.Standing.Entry;
import dev.pipemark.report.rank.Standing.Place;
import dev.pipemark.report.rank.Standings;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Codecs by payloads, with the factor of each to the best of its column. Readers without scripts see this board.
 *
 * @param columns payloads, then needs, then other facts
 * @param rows codecs, in the order of the payload that most codecs were measured on
 */
record Board(Measure measure, List<Column> columns, List<Row> rows) {
    private static final double[] SHADES = {1.05, 1.5, 2, 4, 10};

    /** Marks a pair that does not travel. */
    private static final String FAULT = "✕";

    /** Marks a cell that failed. */
    private static final String FAILED = "!";

    /**
     * @param group the family of a payload, or a word for the columns after the payloads
     * @param payload whether it is a payload
     * @param edge whether its group begins with it
     */
    record Column(String group, String title, boolean payload, boolean edge, Function<CodecFacts, Cell> cell) {}

    record Group(String title, long span) {}

    record Row(CodecFacts codec, List<Cell> cells) {}

    /**
     * @param mark shown beside the text: not distinguishable, or tied
     * @param look the class of its colour
     * @param say a sentence with more about it; may be empty
     */
    record Cell(String text, String mark, String look, String say) {
        private static final Cell NONE = new Cell("", "", "none", "");

        Cell edge() {
            return new Cell(text, mark, look + " edge", say);
        }
    }

    static Board of(Standings standings, Measure measure) {
        List<Column> columns = new ArrayList<>();
        Map<String, Entry> lead = Map.of();
        for (String payload : standings.payloads(measure)) {
            Map<String, Entry> entries = new HashMap<>();
            standings
                    .standing(measure, payload, List.of())
                    .ifPresent(standing -> standing.entries().forEach(entry -> entries.put(entry.codec(), entry)));
            lead = entries.size() > lead.size() ? entries : lead;
            add(columns, standings.family(payload), payload, true, codec -> cell(standings, measure, codec.id(), payload, entries.get(codec.id())));
        }
        List<Column> payloads = List.copyOf(columns);
        for (Need need : Need.values()) {
            add(columns, "has", need.brief(), false, codec -> need(standings.evidence().ruling(codec, need, false)));
        }
        if (standings.codecs().stream()
                .anyMatch(codec -> standings.firstReply(codec.id()).isPresent())) {
            add(columns, "costs", "first reply", false, codec -> reply(standings, codec));
        }
        if (standings.codecs().stream().anyMatch(codec -> codec.jars() != null)) {
            add(columns, "costs", "jars", false, Board::jars);
        }
        Map<String, Entry> leading = lead;
        List<Row> rows = standings.codecs().stream()
                .filter(codec -> payloads.stream()
                        .anyMatch(column -> !column.cell().apply(codec).text().isEmpty()))
                .sorted(Comparator.comparingDouble(codec -> order(leading.get(codec.id()))))
                .map(codec -> new Row(
                        codec,
                        columns.stream()
                                .map(column -> column.cell().apply(codec))
                                .toList()))
                .toList();
        return new Board(measure, columns, rows);
    }

    private static void add(
            List<Column> columns, String group, String title, boolean payload, Function<CodecFacts, Cell> cell) {
        boolean edge =
                columns.isEmpty() || !columns.get(columns.size() - 1).group().equals(group);
        columns.add(new Column(group, title, payload, edge, edge ? cell.andThen(Cell::edge) : cell));
    }

    /** Returns the groups of columns, each with the number of its columns. */
    List<Group> groups() {
        Map<String, Long> spans = columns.stream()
                .collect(Collectors.groupingBy(Column::group, LinkedHashMap::new, Collectors.counting()));
        return spans.entrySet().stream()
                .map(group -> new Group(group.getKey(), group.getValue()))
                .toList();
    }

    /** Returns the payloads as a table of Markdown. */
    Page.Table table() {
        long shown = columns.stream().filter(Column::payload).count();
        List<Page.Column> heads = new ArrayList<>();
        heads.add(new Page.Column("codec", false));
        columns.stream().limit(shown).forEach(column -> heads.add(new Page.Column(column.title(), true)));
        List<List<Page.Value>> lines = new ArrayList<>();
        for (Row row : rows) {
            List<Page.Value> line = new ArrayList<>();
            line.add(Page.Value.text(Names.codec(row.codec(), "")));
            row.cells().stream().limit(shown).forEach(cell -> line.add(Page.Value.text(cell.text() + cell.mark())));
            lines.add(line);
        }
        return new Page.Table(
                "board",
                caption(),
                heads,
                lines,
                List.of("The best of a column has 1.00; ? is not distinguishable from it, ≈ tied with it, ✕ does not"
                        + " travel, ! failed; blank was not measured. ⚠ must never read untrusted bytes."));
    }

    String caption() {
        return measure.title() + ": × the cost of the best of the column";
    }

    private static double order(@Nullable Entry entry) {
        return entry == null || !entry.times().known()
                ? Double.POSITIVE_INFINITY
                : entry.times().value();
    }

    private static Cell cell(
            Standings standings, Measure measure, String codec, String payload, @Nullable Entry entry) {
        if (entry == null) {
            String pair = codec + " on " + payload + ": ";
            return standings
                    .fault(codec, payload)
                    .map(why -> new Cell(FAULT, "", "none", pair + why))
                    .or(() -> standings
                            .failure(measure, codec, payload)
                            .map(why -> new Cell(FAILED, "", "none", pair + why)))
                    .orElse(Cell.NONE);
        }
        String amount = measure.unit().text(entry.amount());
        double times = entry.times().value();
        if (!(times >= 1)) {
            return new Cell("–", mark(entry.place()), "none", amount);
        }
        return new Cell(
                Answers.factor(times), mark(entry.place()), shade(times), amount + ", × " + Answers.factor(entry.times()));
    }

    /** Returns the mark of a codec that may be as good as the best; empty for the others. */
    static String mark(Place place) {
        return switch (place) {
            case TIED -> "≈";
            case OPEN, VAGUE -> "?";
            default -> "";
        };
    }

    private static String shade(double times) {
        int shade = 0;
        while (shade < SHADES.length && times > SHADES[shade]) {
            shade++;
        }
        return "c" + shade;
    }

    private static Cell need(Evidence.Ruling ruling) {
        String text =
                switch (ruling.answer()) {
                    case YES -> "✓";
                    case NO -> "–";
                    case UNKNOWN -> "·";
                };
        return new Cell(text, "", "fact", ruling.why());
    }

    private static Cell reply(Standings standings, CodecFacts codec) {
        return standings
                .firstReply(codec.id())
                .map(reply -> new Cell(Measure.Unit.TIME.brief(reply.value()), "", "fact", ""))
                .orElse(Cell.NONE);
    }

    private static Cell jars(CodecFacts codec) {
        OptionalLong bytes = codec.jarBytes();
        return new Cell(
                bytes.isPresent() ? Names.size(bytes.getAsLong()) : "·", "", "fact", "brings " + Names.jars(codec));
    }
}
