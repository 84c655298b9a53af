package dev.pipemark.report;

import dev.pipemark.compare.ComparedRun;
import dev.pipemark.record.Cell;
import dev.pipemark.record.Resolution;
import dev.pipemark.report.doc.Names;
import dev.pipemark.report.doc.Page;
import dev.pipemark.report.doc.Page.Block;
import dev.pipemark.report.doc.Page.Claim;
import dev.pipemark.report.doc.Page.Claims;
import dev.pipemark.report.doc.Page.Lines;
import dev.pipemark.report.doc.Page.Section;
import dev.pipemark.report.rank.Front;
import dev.pipemark.report.rank.Ranking;
import dev.pipemark.stats.Stats;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Lays out what JMH wrote of a suite that is not this one: a table for each class, and who is in front where. */
final class JmhPage {
    /** More statements than this are no answer. */
    private static final int STATED = 20;

    private final ComparedRun source;
    private final JmhTables tables;

    private JmhPage(ComparedRun source) {
        this.source = source;
        this.tables = new JmhTables(source.run());
    }

    static Page of(ComparedRun source) {
        return new JmhPage(source).page();
    }

    private Page page() {
        List<Section> sections = new ArrayList<>();
        sections.add(new Section("answer", 2, "The answer", answer()));
        for (String type : tables.types()) {
            sections.add(new Section(
                    "class-" + Page.slug(type),
                    2,
                    type.isEmpty() ? "Benchmarks" : type,
                    List.of(tables.table(type, type.isEmpty() ? source.name() : type))));
        }
        sections.add(new Section("quality", 2, "Quality of this run", quality()));
        sections.add(new Section("provenance", 2, "Provenance", provenance()));
        return new Page("JMH: " + source.name(), sections);
    }

    private List<Block> answer() {
        List<Claim> claims = new ArrayList<>();
        int open = 0;
        int more = 0;
        for (Map.Entry<Cell, Ranking> table : tables.rankings().entrySet()) {
            Ranking ranking = table.getValue();
            if (ranking.measured().size() < 2) {
                continue;
            } else if (ranking.placed() < 2) {
                open++;
            } else if (claims.size() == STATED) {
                more++;
            } else {
                Front front = Front.of(where(table.getKey()), ranking);
                claims.add(new Claim(
                        front.payload() + ": " + front.group() + (front.first().size() == 1 ? " leads" : " lead")
                                + front.ahead(),
                        front.first().stream().limit(3).map(tables::link).toList()));
            }
        }
        List<String> lines = new ArrayList<>();
        if (claims.isEmpty() && open == 0) {
            lines.add("There is nothing to rank: no two results differ in one thing alone.");
        }
        if (more > 0) {
            lines.add("And " + Names.count(more, "more group") + " in the tables below.");
        }
        if (open > 0) {
            lines.add("Order not established in " + Names.count(open, "group") + ": it takes "
                    + Stats.FORKS_FOR_INTERVAL + " forks of each (-f " + Stats.FORKS_FOR_INTERVAL
                    + " or more), since the iterations of one fork share its luck.");
        }
        List<Block> blocks = new ArrayList<>();
        if (!claims.isEmpty()) {
            blocks.add(new Claims(claims));
        }
        if (!lines.isEmpty()) {
            blocks.add(new Lines(lines, false));
        }
        return blocks;
    }

    private static String where(Cell table) {
        String name = table.benchmark()
                .substring(table.benchmark().lastIndexOf('.', table.benchmark().length() - 2) + 1);
        List<String> told = new ArrayList<>();
        if (!table.payload().equals(Cell.NONE)) {
            told.add(table.payload());
        }
        table.parameters()
                .forEach((parameter, value) ->
                        told.add(parameter.startsWith(":") ? parameter.substring(1) + "=" + value : value));
        return name + " (" + String.join(", ", told) + ")";
    }

    private List<Block> quality() {
        List<String> lines = new ArrayList<>();
        lines.add("Intervals are of fork means, 95 %, from " + Stats.FORKS_FOR_INTERVAL
                + " forks on; JMH's own ± pools the iterations of all forks, and is not shown. A tie is a difference below "
                + Names.percent(Resolution.LEAST) + ".");
        lines.add("JMH runs all forks of one benchmark before the next: a machine that drifts meanwhile is in the"
                + " differences.");
        lines.add("The file does not tell: " + String.join("; ", source.unknowns()) + ".");
        return List.of(new Lines(lines, false));
    }

    private List<Block> provenance() {
        List<String> lines = new ArrayList<>();
        lines.add("From " + source.run().info().id() + ", written by JMH; "
                + source.run().info().environment().getOrDefault("jdk.vm", "unknown VM") + ".");
        source.run().info().settings().forEach((name, value) -> {
            if (!value.isEmpty()) {
                lines.add(name + ": " + value + " (of the first result)");
            }
        });
        return List.of(new Lines(lines, false));
    }
}
