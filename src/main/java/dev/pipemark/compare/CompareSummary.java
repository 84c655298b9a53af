package dev.pipemark.compare;

import dev.pipemark.report.doc.MarkdownWriter;
import dev.pipemark.report.doc.Names;
import dev.pipemark.stats.Stats;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The summary of a comparison for a terminal. It shows changes only. */
final class CompareSummary {
    /** The maximum number of cells of each status. The files have all of them. */
    private static final int MOST = 20;

    private static final List<CellStatus> SHOWN = List.of(
            CellStatus.REGRESSED,
            CellStatus.NEW_FAILURE,
            CellStatus.IMPROVED,
            CellStatus.FIXED,
            CellStatus.NOT_COMPARABLE);

    private final int columns;
    private final List<String> lines = new ArrayList<>();

    private CompareSummary(int columns) {
        this.columns = columns;
    }

    static List<String> of(Comparison comparison, int columns) {
        CompareSummary summary = new CompareSummary(columns);
        summary.add("# ", text(CompareWords.title(comparison)));
        summary.surroundings(comparison);
        summary.blank();
        summary.add("", "**" + CompareWords.counts(comparison) + "**");
        long few = comparison.with(CellStatus.INCONCLUSIVE).stream()
                .filter(cell -> cell.ratio().forks() < Stats.FORKS_FOR_INTERVAL)
                .filter(cell -> cell.base().forks() > 0 && cell.candidate().forks() > 0)
                .count();
        if (few > 0) {
            summary.add(
                    "",
                    few + " of the inconclusive cells have fewer than three forks in a run. An interval"
                            + " needs three: use -f 3 or more.");
        }
        for (CellStatus status : SHOWN) {
            summary.cells(CompareWords.count(status, comparison.with(status).size()), comparison.with(status));
        }
        for (CellStatus status : List.of(CellStatus.ONLY_IN_BASE, CellStatus.ONLY_IN_NEW)) {
            List<ComparedCell> cells = comparison.with(status).stream()
                    .filter(cell -> !cell.reason().isEmpty())
                    .toList();
            summary.cells(CompareWords.count(status, cells.size()), cells);
        }
        summary.printed(comparison.with(CellStatus.INCONCLUSIVE).stream()
                .filter(CompareWords::left)
                .toList());
        summary.exact(comparison);
        return List.copyOf(summary.lines);
    }

    private void surroundings(Comparison comparison) {
        Surroundings around = comparison.surroundings();
        blank();
        if (!around.obstacles().isEmpty()) {
            add("", "**Not comparable**: " + text(String.join("; ", around.obstacles())) + ".");
        }
        List<String> what = around.differences().stream()
                .map(CompareWords::difference)
                .map(CompareSummary::text)
                .toList();
        add(
                "",
                what.isEmpty()
                        ? CompareWords.alike(comparison)
                        : "Facts that differ: " + String.join(", ", what) + ".");
        if (!around.unknowns().isEmpty()) {
            add("", "Not known: " + text(String.join("; ", around.unknowns())) + ".");
        }
    }

    /** Lists the measurements of cells with too few forks for a verdict. */
    private void printed(List<ComparedCell> cells) {
        if (cells.isEmpty()) {
            return;
        }
        blank();
        add("## ", cells.size() + " without a verdict");
        blank();
        add("", CompareWords.PRINTED);
        blank();
        for (ComparedCell cell : cells.subList(0, Math.min(MOST, cells.size()))) {
            List<String> told = new ArrayList<>();
            told.add("base " + CompareWords.printed(cell, cell.base()));
            told.add("new " + CompareWords.printed(cell, cell.candidate()));
            // A results folder has no score by JMH.
            told.removeIf(side -> side.endsWith(" "));
            add(
                    "- ",
                    text(cell.cell().name()) + ": " + text(String.join(", ", told)) + "; "
                            + text(Names.brief(cell.reason())));
        }
        more(cells);
    }

    private void more(List<ComparedCell> cells) {
        if (cells.size() > MOST) {
            add("- ", "and " + (cells.size() - MOST) + " more in compare.md");
        }
    }

    private void cells(String title, List<ComparedCell> cells) {
        if (cells.isEmpty()) {
            return;
        }
        blank();
        add("## ", title);
        blank();
        cells.stream().limit(MOST).forEach(this::cell);
        more(cells);
    }

    private void cell(ComparedCell cell) {
        String ratio = cell.ratio().known()
                ? ": " + cell.dearer("base", "new") + " costs × "
                        + CompareWords.ratio(cell.times()) + ", δ "
                        + CompareWords.percent(cell.delta())
                : "";
        String reason = cell.reason().isEmpty() ? "" : ": " + text(Names.brief(cell.reason()));
        add("- ", text(cell.cell().name()) + ratio + reason);
    }

    private void exact(Comparison comparison) {
        blank();
        long flagged = comparison.allocations().stream()
                .filter(AllocationDifference::flagged)
                .count();
        add(
                "",
                comparison.sizes().size() + " encoded sizes differ, " + flagged + " of "
                        + comparison.allocations().size() + " allocations by more than 1 %.");
    }

    private void blank() {
        lines.add("");
    }

    /** Breaks a paragraph between words. A word longer than a line is broken as well. */
    private void add(String lead, String paragraph) {
        StringBuilder line = new StringBuilder(lead);
        String indent = lead.equals("- ") ? "  " : "";
        int start = lead.length();
        for (String word : paragraph.strip().split("\\s+")) {
            String rest = word;
            if (line.length() > start && line.length() + 1 + rest.length() > columns) {
                lines.add(line.toString());
                line = new StringBuilder(indent);
                start = indent.length();
            }
            if (line.length() > start) {
                line.append(' ');
            }
            while (line.length() + rest.length() > columns) {
                int fits = columns - line.length();
                lines.add(line + rest.substring(0, fits));
                rest = rest.substring(fits);
                line = new StringBuilder(indent);
                start = indent.length();
            }
            line.append(rest);
        }
        lines.add(line.toString());
    }

    /** Escapes text for Markdown and removes control characters of the terminal. */
    private static String text(String text) {
        return MarkdownWriter.escape(text.codePoints()
                .map(point -> Character.isISOControl(point) ? ' ' : point)
                .mapToObj(Character::toString)
                .collect(Collectors.joining()));
    }
}
