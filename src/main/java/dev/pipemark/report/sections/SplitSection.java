package dev.pipemark.report.sections;

import dev.pipemark.record.Cell;
import dev.pipemark.record.Kind;
import dev.pipemark.record.Parameter;
import dev.pipemark.report.chart.Drawings;
import dev.pipemark.report.doc.Grid;
import dev.pipemark.report.doc.Names;
import dev.pipemark.report.doc.Page;
import dev.pipemark.report.doc.Page.Block;
import dev.pipemark.report.doc.Page.Claim;
import dev.pipemark.report.doc.Page.Claims;
import dev.pipemark.report.doc.Page.Link;
import dev.pipemark.report.doc.Scale;
import dev.pipemark.report.rank.CodecShare;
import dev.pipemark.report.rank.Findings;
import dev.pipemark.report.rank.Rows;
import dev.pipemark.report.rank.Score;
import dev.pipemark.report.rank.Stage;
import dev.pipemark.report.rank.Transfer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The stages of a round trip: the codec's, and the pipe's, beside the floor of the nearest size. */
final class SplitSection {
    private static final int CHARTS = 4;

    private SplitSection() {}

    static List<Block> blocks(Findings findings) {
        List<Claim> claims = new ArrayList<>();
        List<Block> blocks = new ArrayList<>();
        List<Floor> raw = Floor.raw(findings);
        List<Floor> frames = Floor.frames(findings);
        int charts = 0;
        for (String payload : findings.payloads()) {
            List<Score> rows = new ArrayList<>(findings.scores(payload, cell -> Kind.of(cell) == Kind.SPLIT));
            if (rows.isEmpty()) {
                continue;
            }
            rows.sort(Comparator.comparingDouble(Transfer::order));
            claims(payload, rows, claims);
            if (charts++ < CHARTS) {
                blocks.addAll(Drawings.stages(payload, findings, rows, table(payload)));
            }
            Scale scale =
                    Scale.time(rows.stream().map(row -> row.cost().value()).toList());
            Grid<Score> grid = new Grid<>(rows)
                    .id(row -> row(row.cell()))
                    .facets(row -> Rows.facets(findings, row.cell().codec(), payload))
                    .text("codec", row -> Names.codec(findings.codec(row.cell().codec()), Kind.extras(row.cell())))
                    .text("transport", row -> Parameter.TRANSPORT.of(row.cell()))
                    .time("whole trip", Score::cost)
                    .times("×best", row -> findings.rank(row).timesBest())
                    .text("verdict", row -> findings.rank(row).marked());
            for (Stage stage : Stage.values()) {
                grid.time(stage.title(), (Score row) -> row.metric(stage.metric()));
            }
            blocks.add(grid.percent("codec's share", CodecShare::ofStages)
                    .number("message, B", row -> Scale.exact(Floor.size(findings, row)))
                    .number("raw, " + scale.unit(), row -> floor(findings, raw, row, scale))
                    .number("frame, " + scale.unit(), row -> floor(findings, frames, row, scale))
                    .text("remark", row -> Names.brief(row.remark()))
                    .table(
                            table(payload),
                            "Stages of a round trip of " + payload,
                            List.of(
                                    "Stamping the stages costs time of its own: compare within this table, and take"
                                            + " the round trip itself from the transfer table.",
                                    "Stages are means over all trips and forks: two digits, and no interval.",
                                    "raw, frame: the floor, a round trip of bytes that no codec touches (raw), and of a"
                                            + " frame alone (echoFrame), of the nearest size that this run has.")));
        }
        if (!claims.isEmpty()) {
            blocks.add(0, new Claims(claims));
        }
        blocks.addAll(ComparisonSections.memory(findings));
        blocks.addAll(ComparisonSections.bothAtOnce(findings));
        return blocks;
    }

    /** From whom the trip is mostly the pipe's to whom it is mostly the codec's. */
    private static void claims(String payload, List<Score> rows, List<Claim> claims) {
        List<Score> shared = rows.stream()
                .filter(row -> row.measured() && !Double.isNaN(CodecShare.ofStages(row)))
                .sorted(Comparator.comparingDouble(CodecShare::ofStages))
                .toList();
        if (shared.isEmpty()) {
            return;
        }
        Score least = shared.get(0);
        Score most = shared.get(shared.size() - 1);
        List<Link> rests = new ArrayList<>();
        rests.add(new Link(least.cell().codec(), row(least.cell())));
        String text = share(least);
        if (shared.size() > 1) {
            text = "from " + text + " to " + share(most);
            rests.add(new Link(most.cell().codec(), row(most.cell())));
        }
        claims.add(new Claim(
                "of a round trip of " + payload + " the codec takes " + text
                        + "; the rest is the pipe, waking the other process, and using the value",
                rests));
    }

    private static String share(Score row) {
        return Scale.significant(CodecShare.ofStages(row), 2) + " % ("
                + row.cell().codec() + ")";
    }

    private static Page.Value floor(Findings findings, List<Floor> floors, Score row, Scale scale) {
        double message = Floor.size(findings, row);
        return Floor.nearest(floors, message)
                .map(floor -> floor.in(scale, message))
                .orElse(Page.Value.BLANK);
    }

    private static String table(String payload) {
        return "stages-" + Page.slug(payload);
    }

    /** The row of a cell in the table of its payload. */
    static String row(Cell cell) {
        return Rows.id(table(cell.payload()), cell.codec(), Kind.parameters(cell));
    }
}
