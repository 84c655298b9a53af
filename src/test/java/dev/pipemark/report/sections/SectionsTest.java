package dev.pipemark.report.sections;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pipemark.record.Cell;
import dev.pipemark.record.Kind;
import dev.pipemark.report.CannedRuns;
import dev.pipemark.report.LargeRun;
import dev.pipemark.report.RunBuilder;
import dev.pipemark.report.doc.Page;
import dev.pipemark.report.doc.Page.Block;
import dev.pipemark.report.doc.Page.Figure;
import dev.pipemark.report.doc.Page.Section;
import dev.pipemark.report.doc.Page.Table;
import dev.pipemark.report.doc.Page.Value;
import dev.pipemark.report.rank.Findings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Catches a section in the wrong place, two elements with the same id, an inverted ratio, and a planned cell without a row.
 */
class SectionsTest {
    private static final List<String> ORDER = List.of(
            "numbers",
            "travels",
            "size",
            "features",
            "stages",
            "latency",
            "scaling",
            "pool",
            "remedies",
            "trust",
            "again");

    private static final Findings LARGE = new Findings(LargeRun.of(3));
    private static final Page LARGE_PAGE = page(LARGE);

    static Stream<Arguments> pages() {
        return Stream.concat(
                Stream.of(
                                CannedRuns.oneRound(),
                                CannedRuns.threeRounds(),
                                CannedRuns.fiveRounds(),
                                PoolSectionTest.pool())
                        .map(Findings::new)
                        .map(findings -> Arguments.of(findings, page(findings))),
                Stream.of(Arguments.of(LARGE, LARGE_PAGE)));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void sectionsStandInOrder(Findings findings, Page page) {
        List<String> top = page.sections().stream()
                .filter(section -> section.level() == 2)
                .map(Section::id)
                .toList();
        assertThat(top)
                .isNotEmpty()
                .containsExactlyElementsOf(ORDER.stream().filter(top::contains).toList());
    }

    @Test
    void aLargeRunHasAllButFeaturesPoolAndRemedies() {
        List<String> top = LARGE_PAGE.sections().stream().map(Section::id).toList();
        assertThat(top)
                .containsExactlyElementsOf(ORDER.stream()
                        .filter(id -> !List.of("features", "pool", "remedies").contains(id))
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("pages")
    void aSectionOpensWithItsChart(Findings findings, Page page) {
        for (Section section : page.sections()) {
            List<Boolean> charts =
                    section.blocks().stream().map(Figure.class::isInstance).toList();
            assertThat(charts.contains(true)).as(section.id()).isEqualTo(charts.indexOf(true) == 0);
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void namesAreUniqueAndEveryChartHasATable(Findings findings, Page page) {
        List<String> ids =
                new ArrayList<>(page.sections().stream().map(Section::id).toList());
        page.figures().forEach(figure -> ids.add("figure-" + figure.table().id()));
        tables(page).forEach(table -> ids.add(table.id()));
        assertThat(ids).doesNotHaveDuplicates();
        assertThat(page.figures()).allMatch(figure -> tables(page).contains(figure.table()));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void noRatioIsBelowOne(Findings findings, Page page) {
        int ratios = 0;
        for (Table table : tables(page)) {
            for (int column = 0; column < table.columns().size(); column++) {
                String title = table.columns().get(column).title();
                if (!title.contains("×") && !title.contains(" compared with ")) {
                    continue;
                }
                for (List<Value> row : table.rows()) {
                    String ratio = row.get(column).text().replace(",", "");
                    if (!ratio.isEmpty()) {
                        assertThat(Double.parseDouble(ratio))
                                .as("%s, %s", table.id(), title)
                                .isGreaterThanOrEqualTo(1);
                        ratios++;
                    }
                }
            }
        }
        assertThat(ratios).isPositive();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyPlannedCellIsARow(Findings findings, Page page) {
        for (Cell cell : findings.scores().stream().map(score -> score.cell()).toList()) {
            assertThat(tables(page))
                    .as(cell.key())
                    .filteredOn(table -> table.id().startsWith(table(cell)))
                    .anyMatch(table -> table.rows().stream().anyMatch(row -> isOf(cell, table, row)));
        }
    }

    /** Returns the beginning of the id of the table that has the cell. */
    private static String table(Cell cell) {
        return switch (Kind.of(cell)) {
            case CODING, TRIP, STREAM, OTHER -> "numbers-";
            case CONTROL -> cell.benchmark().startsWith("byHand") ? "by-hand" : "numbers-others";
            case SPLIT -> "stages-";
            case MEMORY -> "memory";
            case TWO_CORES -> "two-cores";
            case COPY -> "copies";
            case FIRST_REPLY -> "first-reply";
            case POOL -> "pool-";
            case REMEDY -> "remedy-costs";
        };
    }

    private static boolean isOf(Cell cell, Table table, List<Value> row) {
        String words = String.join(" ", row.stream().map(Value::text).toList());
        boolean codec = cell.codec().equals(Cell.NONE) || words.contains(cell.codec());
        return codec
                && (cell.payload().equals(Cell.NONE)
                        || table.caption().contains(cell.payload())
                        || words.contains(cell.payload()));
    }

    @Test
    void aLargeRunHasNoMoreChartsThanAReaderLooksAt() {
        assertThat(LARGE_PAGE.figures()).hasSizeBetween(1, 20);
    }

    @Test
    void oneCodecIsNoChart() {
        Findings alone = new Findings(new RunBuilder(3)
                .codec("alone", "tuned", true)
                .payload("order", "instances")
                .cell("stream", "alone", "order", "transport=pipe window=64", 1e6, 1.01e6, 1.02e6)
                .cell("stream", "alone", "order", "transport=pipe window=1", 1e5, 1.01e5, 1.02e5)
                .size("alone", "order", 100, 90, 400)
                .run());
        assertThat(page(alone).figures()).isEmpty();
    }

    private static Page page(Findings findings) {
        return Sections.page(findings, Optional.empty(), Optional.empty());
    }

    static List<Table> tables(Page page) {
        return page.sections().stream()
                .flatMap(section -> section.blocks().stream())
                .filter((Block block) -> block instanceof Table)
                .map(Table.class::cast)
                .toList();
    }
}
