package dev.pipemark.report.sections;

import dev.pipemark.record.CodecFacts;
import dev.pipemark.report.doc.Grid;
import dev.pipemark.report.doc.Names;
import dev.pipemark.report.doc.Page;
import dev.pipemark.report.rank.Need;
import dev.pipemark.report.rank.Standings;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The cost of each need: the fastest codec that meets it in each family, beside the fastest of all. */
final class NeedsTable {
    private final Standings standings;

    private NeedsTable(Standings standings) {
        this.standings = standings;
    }

    /** Returns a row without needs, and a row for each need. */
    static Page.Table of(Standings standings) {
        NeedsTable table = new NeedsTable(standings);
        List<List<Need>> rows = new ArrayList<>();
        rows.add(List.of());
        Stream.of(Need.values()).map(List::of).forEach(rows::add);
        Grid<List<Need>> grid =
                new Grid<>(rows).text("I need", needs -> needs.isEmpty() ? "none of these" : Answers.titles(needs));
        for (Standings.Card card : standings.cards()) {
            grid.text(family(card), needs -> table.fastest(card, needs));
        }
        List<String> notes = new ArrayList<>(List.of(
                "Each cell names the fastest codec that meets the need. × is its cost divided by that of"
                        + " the fastest codec of all: 1.00 means that the need costs nothing. ? is not"
                        + " distinguishable from the fastest of all, ≈ tied with it.",
                "A codec that was not tried for a need counts as one that does not meet it."));
        notes.addAll(standings.evidence().notes());
        return grid.text("codecs that meet it", table::meeting)
                .table("need-costs-table", "What each need costs", notes);
    }

    /** Returns a line for each family with the fastest codec that meets the need; none if the run cannot judge it. */
    static List<String> lines(Standings standings, Need need) {
        NeedsTable table = new NeedsTable(standings);
        List<Need> needs = List.of(need);
        return !table.judged(needs)
                ? List.of()
                : standings.cards().stream()
                        .map(card -> "Fastest for " + family(card) + ": " + table.fastest(card, needs))
                        .toList();
    }

    private static String family(Standings.Card card) {
        return card.family() + " (" + card.payload() + ")";
    }

    private String fastest(Standings.Card card, List<Need> needs) {
        if (!judged(needs)) {
            return "";
        }
        return standings
                .fastest(card.measure(), card.payload(), needs)
                .map(entry -> Answers.beside(entry) + Board.mark(entry.place()))
                .orElse(standings.admitted(needs).isEmpty() ? "none" : "none was timed");
    }

    /** Names the codecs that meet the needs, or the others if those are fewer. */
    private String meeting(List<Need> needs) {
        if (!judged(needs)) {
            return standings.evidence().about(needs.get(0));
        }
        List<String> met = standings.admitted(needs);
        List<String> others = standings.codecs().stream()
                .map(CodecFacts::id)
                .filter(codec -> !met.contains(codec))
                .toList();
        if (met.isEmpty() || others.isEmpty()) {
            return met.isEmpty() ? "none" : "all " + met.size();
        }
        return met.size() + " of " + standings.codecs().size() + ": "
                + (met.size() <= others.size() ? Names.list(met) : "all except " + Names.list(others));
    }

    private boolean judged(List<Need> needs) {
        return needs.stream().allMatch(standings.evidence()::judges);
    }
}
