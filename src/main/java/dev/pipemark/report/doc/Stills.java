package dev.pipemark.report.doc;

import dev.pipemark.report.doc.Page.Block;
import dev.pipemark.report.doc.Page.Figure;
import dev.pipemark.report.doc.Page.Section;
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
public final class Stills {
    public static final int MOST = 20;

    /** The same of a run of so many cells that its charts have dozens of rows each, and tables say more. */
    public static final int FEW = 10;

    private static final int MANY_CELLS = 1_500;

    /** What they may weigh in one page, in characters; the others are files beside it, and live in the page. */
    public static final int HEAVIEST = 200_000;

    /** Kinds of charts by what they answer, from what is asked first; those that are not named come after them. */
    private static final List<String> FIRST = List.of("rates", "tradeOff", "stages", "sweep", "tail", "forks");

    private record Ranked(String id, int turn, int kind) {}

    private Stills() {}

    /** The same sections with as many figures still as a run of so many cells has. */
    public static List<Section> limited(List<Section> sections, int cells) {
        Set<String> still = new HashSet<>();
        ranked(sections).stream().limit(cells > MANY_CELLS ? FEW : MOST).forEach(figure -> still.add(figure.id()));
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

    /** Those drawings that a page has room for. */
    public static Map<String, String> within(Page page, Map<String, String> drawings) {
        Map<String, String> fitting = new HashMap<>();
        int weight = 0;
        for (Ranked figure : ranked(page.sections())) {
            String drawing = drawings.get(figure.id());
            if (drawing != null && weight + drawing.length() <= HEAVIEST) {
                weight += drawing.length();
                fitting.put(figure.id(), drawing);
            }
        }
        return fitting;
    }

    /** Figures that may be still, from what is asked first. */
    private static List<Ranked> ranked(List<Section> sections) {
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
        ranked.sort(Comparator.comparingInt(Ranked::turn).thenComparingInt(Ranked::kind));
        return ranked;
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
