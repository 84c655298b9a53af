package dev.pipemark.report.doc;

import dev.pipemark.report.doc.Page.Block;
import dev.pipemark.report.doc.Page.Claims;
import dev.pipemark.report.doc.Page.Link;
import dev.pipemark.report.doc.Page.Row;
import dev.pipemark.report.doc.Page.Section;
import dev.pipemark.report.doc.Page.Table;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Which rows are called something: those that a claim points at. A large page has thousands that none does. */
public final class Anchors {
    private Anchors() {}

    /** The same sections, with no other rows' ids. */
    public static List<Section> wanted(List<Section> sections) {
        Set<String> targets = sections.stream()
                .flatMap(section -> section.blocks().stream())
                .filter(Claims.class::isInstance)
                .flatMap(block -> ((Claims) block).claims().stream())
                .flatMap(claim -> claim.rests().stream())
                .map(Link::target)
                .collect(Collectors.toSet());
        return sections.stream()
                .map(section -> new Section(
                        section.id(),
                        section.level(),
                        section.title(),
                        section.blocks().stream()
                                .map(block -> wanted(block, targets))
                                .toList()))
                .toList();
    }

    private static Block wanted(Block block, Set<String> targets) {
        if (!(block instanceof Table table)) {
            return block;
        }
        List<Row> rows = table.rows().stream()
                .map(row -> targets.contains(row.id()) ? row : new Row("", row.facets(), row.values()))
                .toList();
        return new Table(table.id(), table.caption(), table.columns(), rows, table.notes());
    }
}
