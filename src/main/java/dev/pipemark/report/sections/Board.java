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
import dev.pipemark.stats.Estimate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Codecs by payloads: how many times the cost of the best of the column, as readers without scripts see it.
 *
 * @param columns payloads, then needs, then other facts
 */
record Board(Measure measure, List<Column> columns, List<Row> rows) {
    private static final double[] SHADES = {1.05, 1.5, 2, 4, 10};

    /** Marks a pair that does not travel. */
    private static final String FAULT = "✕";

    /** Marks a cell that failed. */
    private static final String FAILED = "!";

    /**
     * @param group the family of a payload, or a word for what follows the payloads
     * @param payload whether it is one
     */
    record Column(String group, String title, boolean payload) {}

    /**
     * @param order for sorting by the payload that most codecs were measured on; infinite without a factor
     */
    record Row(CodecFacts codec, double order, List<Cell> cells) {}

    /**
     * @param mark beside the text: not distinguishable, or tied
     * @param look the class of its colour
     * @param say a sentence, where there is more to know
     */
    record Cell(String text, String mark, String look, String say) {
        private static final Cell NONE = new Cell("", "", "none", "");
    }

    static Board of(Standings standings, Measure measure) {
        List<String> payloads = standings.payloads(measure);
        List<Column> columns = new ArrayList<>();
        Map<String, Map<String, Entry>> entries = new LinkedHashMap<>();
        String lead = "";
        for (String payload : payloads) {
            columns.add(new Column(standings.family(payload), payload, true));
            Map<String, Entry> column = new LinkedHashMap<>();
            standings
                    .standing(measure, payload, List.of())
                    .ifPresent(standing -> standing.entries().forEach(entry -> column.put(entry.codec(), entry)));
            if (lead.isEmpty()
                    || column.size() > entries.getOrDefault(lead, Map.of()).size()) {
                lead = payload;
            }
            entries.put(payload, column);
        }
        for (Need need : Need.values()) {
            columns.add(new Column("has", need.brief(), false));
        }
        boolean timed = standings.codecs().stream()
                .anyMatch(codec -> standings.firstReply(codec.id()).isPresent());
        if (timed) {
            columns.add(new Column("costs", "first reply", false));
        }
        boolean sized = standings.codecs().stream().anyMatch(codec -> codec.jars() != null);
        if (sized) {
            columns.add(new Column("costs", "jars", false));
        }
        List<Row> rows = new ArrayList<>();
        for (CodecFacts codec : standings.codecs()) {
            List<Cell> cells = new ArrayList<>();
            entries.forEach((payload, column) ->
                    cells.add(cell(standings, measure, codec.id(), payload, column.get(codec.id()))));
            if (cells.stream().allMatch(Cell.NONE::equals)) {
                continue;
            }
            for (Need need : Need.values()) {
                cells.add(need(standings.evidence().ruling(codec, need, false)));
            }
            if (timed) {
                cells.add(standings.firstReply(codec.id()).map(Board::reply).orElse(Cell.NONE));
            }
            if (sized) {
                cells.add(jars(codec));
            }
            Entry leading = entries.getOrDefault(lead, Map.of()).get(codec.id());
            double order = leading == null || !leading.times().known()
                    ? Double.POSITIVE_INFINITY
                    : leading.times().value();
            rows.add(new Row(codec, order, cells));
        }
        rows.sort(Comparator.comparingDouble(Row::order));
        return new Board(measure, columns, rows);
    }

    /** The same as a table of Markdown, without the facts. */
    Page.Table table() {
        List<Page.Column> heads = new ArrayList<>();
        heads.add(new Page.Column("codec", false));
        long shown = columns.stream().filter(Column::payload).count();
        columns.stream().limit(shown).forEach(column -> heads.add(new Page.Column(column.title(), true)));
        return new Page.Table(
                "board",
                caption(),
                heads,
                rows.stream()
                        .map(row -> {
                            List<Page.Value> values = new ArrayList<>();
                            values.add(Page.Value.text(
                                    row.codec().id() + (row.codec().safeForUntrustedBytes() ? "" : " ⚠")));
                            row.cells().stream()
                                    .limit(shown)
                                    .forEach(cell -> values.add(Page.Value.text(cell.text() + cell.mark())));
                            return values;
                        })
                        .toList(),
                List.of("The best of a column has 1.00; ? is not distinguishable from it, ≈ tied with it, ✕ does not"
                        + " travel, ! failed; blank was not measured. ⚠ must never read untrusted bytes."));
    }

    String caption() {
        return measure.title() + ": × the cost of the best of the column";
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
        boolean known = entry.times().known() && entry.times().value() >= 1;
        String mark = entry.place() == Place.OPEN || entry.place() == Place.VAGUE
                ? "?"
                : entry.place() == Place.TIED ? "≈" : "";
        return new Cell(
                known ? Answers.factor(entry.times().value()) : "–",
                mark,
                known ? "c" + shade(entry.times().value()) : "none",
                amount(measure, entry.amount()) + (known ? ", × " + Answers.factor(entry.times()) : ""));
    }

    private static int shade(double times) {
        int shade = 0;
        while (shade < SHADES.length && times > SHADES[shade]) {
            shade++;
        }
        return shade;
    }

    private static Cell need(Evidence.Ruling ruling) {
        String text = ruling.answer() == Evidence.Answer.YES ? "✓" : ruling.answer() == Evidence.Answer.NO ? "–" : "·";
        return new Cell(text, "", "fact", ruling.why());
    }

    private static Cell reply(Estimate reply) {
        return new Cell(Amounts.time(reply.value()), "", "fact", "");
    }

    private static Cell jars(CodecFacts codec) {
        OptionalLong bytes = codec.jarBytes();
        return new Cell(
                bytes.isPresent() ? Names.size(bytes.getAsLong()) : "·", "", "fact", "brings " + Names.jars(codec));
    }

    /** An amount with its unit and interval. */
    static String amount(Measure measure, Estimate amount) {
        return Amounts.text(measure.unit(), amount);
    }
}
