package dev.pipemark.report.rank;

import dev.pipemark.report.doc.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One payload by one measure: where codecs can be held against each other.
 *
 * @param scores of codecs that were measured, without controls
 * @param lead whether it stands for its family: of its payloads the one that most codecs were measured on
 */
public record Race(String family, Measure measure, String payload, List<Score> scores, boolean lead) {
    static final String FUNCTIONS = "functions";

    /** The family of the control: what is sent there needs no serializer. */
    private static final String CONTROL = "bytes";

    /** The first of these that has numbers is what a family is judged by. */
    private static final List<List<Measure>> PREFERRED =
            List.of(List.of(Measure.STREAM), List.of(Measure.TRIP), List.of(Measure.ENCODE, Measure.DECODE));

    /** Every payload of every family, by what its family is judged by, in the catalogue's order. */
    public static List<Race> of(Findings findings) {
        List<Race> races = new ArrayList<>();
        for (String family : findings.families()) {
            if (family.equals(CONTROL)) {
                continue;
            }
            for (List<Measure> measures : PREFERRED) {
                List<Race> found = new ArrayList<>();
                measures.forEach(measure -> found.addAll(of(findings, family, measure)));
                if (!found.isEmpty()) {
                    races.addAll(found);
                    break;
                }
            }
        }
        return races;
    }

    private static List<Race> of(Findings findings, String family, Measure measure) {
        Map<String, List<Score>> payloads = measure.scores(findings, family);
        int most = payloads.values().stream().mapToInt(List::size).max().orElse(0);
        List<Race> races = new ArrayList<>();
        for (Map.Entry<String, List<Score>> payload : payloads.entrySet()) {
            boolean lead = payload.getValue().size() == most && races.stream().noneMatch(Race::lead);
            races.add(new Race(family, measure, payload.getKey(), payload.getValue(), lead));
        }
        return races;
    }

    /** How a sentence says where: {@code media-content}, or {@code media-content (decode)}. */
    public String where() {
        return measure == Measure.STREAM ? payload : payload + " (" + measure.title() + ")";
    }

    /** The row that has the codec's number. */
    public Page.Link link(String codec) {
        return new Page.Link(codec + ", " + where(), measure.row(payload, codec));
    }
}
