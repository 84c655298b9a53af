package dev.pipemark.report;

import dev.pipemark.report.Page.Block;
import dev.pipemark.report.Page.Figure;
import dev.pipemark.report.Page.Section;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which figures are drawn for Markdown and for readers without scripts. Drawing takes time and each weighs on the page, so
 * that there is a limit; every kind of chart gets its first figure before any gets its second.
 */
final class Stills {
    static final int MOST = 20;

    /** Kinds of charts by what they answer, from what is asked first; those that are not named come after them. */
    private static final List<String> FIRST =
            List.of("rates", "ties", "tradeOff", "stages", "consistency", "sweep", "tail", "forks");

    private record Ranked(String id, int turn, int kind) {}

    private Stills() {}

    /** The same sections with at most so many figures still. */
    static List<Section> limited(List<Section> sections) {
        Map<String, Integer> turns = new HashMap<>();
        List<Ranked> ranked = new ArrayList<>();
        for (Section section : sections) {
            for (Block block : section.blocks()) {
                if (block instanceof Figure figure && figure.still()) {
                    int turn = turns.merge(figure.draw(), 1, Integer::sum);
                    int kind = FIRST.indexOf(figure.draw());
                    ranked.add(new Ranked(figure.id(), turn, kind < 0 ? FIRST.size() : kind));
                }
            }
        }
        Set<String> still = new HashSet<>();
        ranked.stream()
                .sorted(Comparator.comparingInt(Ranked::turn).thenComparingInt(Ranked::kind))
                .limit(MOST)
                .forEach(figure -> still.add(figure.id()));
        return sections.stream()
                .map(section -> new Section(
                        section.id(),
                        section.level(),
                        section.title(),
                        section.blocks().stream()
                                .map(block -> block instanceof Figure figure ? figure(figure, still) : block)
                                .toList()))
                .toList();
    }

    private static Figure figure(Figure figure, Set<String> still) {
        return new Figure(
                figure.id(),
                figure.title(),
                figure.description(),
                figure.draw(),
                figure.width(),
                figure.height(),
                figure.data(),
                figure.table(),
                still.contains(figure.id()));
    }
}
