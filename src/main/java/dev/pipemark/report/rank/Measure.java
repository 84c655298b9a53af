package dev.pipemark.report.rank;

import dev.pipemark.record.Cell;
import dev.pipemark.record.Kind;
import dev.pipemark.record.Outcome;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** What a family is judged by: the first of these that has numbers. */
public enum Measure {
    STREAM("streamed", Kind::leadStream),
    TRIP("round trip", cell -> Kind.of(cell) == Kind.TRIP),
    ENCODE("encode", cell -> Kind.of(cell) == Kind.CODING && cell.benchmark().equals("encode")),
    DECODE("decode", cell -> Kind.of(cell) == Kind.CODING && cell.benchmark().equals("decode"));

    private final String title;
    private final Predicate<Cell> wanted;

    Measure(String title, Predicate<Cell> wanted) {
        this.title = title;
        this.wanted = wanted;
    }

    /** As a sentence calls it. */
    public String title() {
        return title;
    }

    /** The row that has this number of a codec and payload. */
    public String row(String payload, String codec) {
        return this == STREAM || this == TRIP ? Rows.transfer(payload, codec, "") : Rows.coding(payload, codec, "");
    }

    /** Whether a cell of the codec and payload came to nothing, its forks having failed. */
    public boolean failed(Findings findings, String codec, String payload) {
        return findings
                .scores(payload, cell -> wanted.test(cell) && cell.codec().equals(codec))
                .stream()
                .anyMatch(score -> score.outcome() instanceof Outcome.Failed);
    }

    /** Measured cells by payload, without controls, which are no choice, and without variants of a cell. */
    public Map<String, List<Score>> scores(Findings findings, String family) {
        Map<String, List<Score>> payloads = new LinkedHashMap<>();
        for (String payload : findings.payloads()) {
            List<Score> measured = findings
                    .scores(
                            payload,
                            cell -> wanted.test(cell)
                                    && Kind.extras(cell).isEmpty()
                                    && !findings.codec(cell.codec()).control())
                    .stream()
                    .filter(Score::measured)
                    .toList();
            if (findings.family(payload).equals(family) && !measured.isEmpty()) {
                payloads.put(payload, measured);
            }
        }
        return payloads;
    }
}
