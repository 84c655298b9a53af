package dev.pipemark.report.sections;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pipemark.record.Run;
import dev.pipemark.report.CannedRuns;
import dev.pipemark.report.LargeRun;
import dev.pipemark.report.doc.Page;
import dev.pipemark.report.doc.Page.Block;
import dev.pipemark.report.doc.Page.Claim;
import dev.pipemark.report.doc.Page.Claims;
import dev.pipemark.report.doc.Page.Figure;
import dev.pipemark.report.doc.Page.Row;
import dev.pipemark.report.doc.Page.Section;
import dev.pipemark.report.doc.Page.Table;
import dev.pipemark.report.doc.Page.Value;
import dev.pipemark.report.doc.Stills;
import dev.pipemark.report.rank.Findings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Catches a section out of its place, a claim that leads nowhere, two things of one name, a ratio that is turned round, and
 * a planned cell that is no row.
 */
class SectionsTest {
    private static final List<String> ORDER = List.of(
            "transfer",
            "stages",
            "trade-off",
            "coding",
            "scaling",
            "latency",
            "first-reply",
            "pool",
            "capabilities",
            "remedies",
            "not-measured",
            "quality",
            "provenance",
            "all-data",
            "reading");

    private static final Findings LARGE = new Findings(LargeRun.of(3));
    private static final Page LARGE_PAGE = Sections.page(LARGE);

    static Stream<Arguments> pages() {
        return Stream.concat(
                Stream.of(
                                CannedRuns.oneRound(),
                                CannedRuns.threeRounds(),
                                CannedRuns.fiveRounds(),
                                PoolSectionTest.pool())
                        .map(Findings::new)
                        .map(findings -> Arguments.of(findings, Sections.page(findings))),
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
                .containsExactlyElementsOf(ORDER.stream().filter(top::contains).toList());
    }

    @Test
    void aLargeRunHasAllButPoolAndRemedies() {
        List<String> top = LARGE_PAGE.sections().stream().map(Section::id).toList();
        assertThat(top)
                .containsAll(ORDER.stream()
                        .filter(id -> !List.of("pool", "remedies").contains(id))
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyClaimRestsOnSomethingOfThePage(Findings findings, Page page) {
        List<String> ids = ids(page);
        assertThat(ids).doesNotHaveDuplicates();
        for (Claim claim : claims(page)) {
            assertThat(claim.rests()).as(claim.text()).isNotEmpty();
            assertThat(claim.rests()).as(claim.text()).allMatch(link -> ids.contains(link.target()));
        }
        assertThat(page.figures()).allMatch(figure -> ids.contains(figure.table()));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void noRatioIsBelowOne(Findings findings, Page page) {
        int ratios = 0;
        for (Table table : tables(page)) {
            for (int column = 0; column < table.columns().size(); column++) {
                String title = table.columns().get(column).title();
                if (!title.contains("×") && !title.contains(" beside ")) {
                    continue;
                }
                for (Row row : table.rows()) {
                    Value value = row.values().get(column);
                    if (value.order() instanceof Double ratio && !ratio.isNaN()) {
                        assertThat(ratio).as("%s, %s", table.id(), title).isGreaterThanOrEqualTo(1);
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
        Page named = new Page(page.title(), Sections.all(findings, Optional.empty(), Optional.empty()));
        Set<String> ids = Set.copyOf(ids(named));
        assertThat(findings.scores()).allMatch(score -> ids.contains(AllData.row(findings, score)));
    }

    @Test
    void aSmallRunListsAllItsCells() {
        Findings findings = new Findings(CannedRuns.oneRound());
        Table cells = tables(Sections.page(findings)).stream()
                .filter(table -> table.id().equals("cells"))
                .findFirst()
                .orElseThrow();
        assertThat(cells.rows()).hasSameSizeAs(findings.scores());
    }

    @Test
    void noMoreThanTwentyFiguresAreStillAndEveryKindIsAmongThem() {
        List<Figure> still = LARGE_PAGE.figures().stream().filter(Figure::still).toList();
        assertThat(still).hasSizeBetween(1, Stills.MOST);
        assertThat(still.stream().map(Figure::draw).distinct())
                .containsExactlyInAnyOrderElementsOf(LARGE_PAGE.figures().stream()
                        .map(Figure::draw)
                        .distinct()
                        .toList());
    }

    @Test
    void theFirstOfEachKindIsStillBeforeAnySecond() {
        List<Block> figures = new ArrayList<>();
        for (int each = 0; each < 30; each++) {
            figures.add(figure("rates", each));
        }
        figures.add(figure("forks", 0));
        List<Section> limited = Stills.limited(List.of(new Section("s", 2, "S", figures)), 100);
        List<String> still = new Page("p", limited)
                .figures().stream().filter(Figure::still).map(Figure::id).toList();
        assertThat(still)
                .hasSize(Stills.MOST)
                .contains("forks0", "rates0", "rates18")
                .doesNotContain("rates19");
    }

    @Test
    void noRowOfALargePageIsCalledWhatNoClaimPointsAt() {
        List<String> wanted = claims(LARGE_PAGE).stream()
                .flatMap(claim -> claim.rests().stream())
                .map(link -> link.target())
                .toList();
        List<String> named = tables(LARGE_PAGE).stream()
                .flatMap(table -> table.rows().stream())
                .map(Row::id)
                .filter(id -> !id.isEmpty())
                .toList();
        assertThat(named).isNotEmpty().isSubsetOf(wanted);
    }

    @Test
    void chartsOfALargeRunAreNotHeavierThanWhatTheyShow() {
        Figure forks = LARGE_PAGE.figures().stream()
                .filter(figure -> figure.draw().equals("forks"))
                .findFirst()
                .orElseThrow();
        assertThat((List<?>) forks.data().get("cells")).hasSize(60);
        assertThat(forks.description()).contains("the 60 cells whose forks scatter most");
        for (Figure figure : LARGE_PAGE.figures()) {
            // A pixel needs no more digits, and a page of them is half as large.
            assertThat(figure.data().toString()).as(figure.id()).doesNotContainPattern("\\d\\.\\d{7,}[,}\\]]");
        }
    }

    @Test
    void aLargeRunHasFewer() {
        List<Block> figures = new ArrayList<>();
        for (int each = 0; each < 30; each++) {
            figures.add(figure("rates", each));
        }
        List<Section> limited = Stills.limited(List.of(new Section("s", 2, "S", figures)), 5_000);
        assertThat(new Page("p", limited).figures().stream().filter(Figure::still))
                .hasSize(Stills.FEW);
    }

    @Test
    void aPageHasRoomForDrawingsFromWhatIsAskedFirst() {
        Page page = new Page(
                "p",
                List.of(new Section(
                        "s", 2, "S", List.of(figure("forks", 0), figure("rates", 0), figure("tradeOff", 0)))));
        String large = "x".repeat(Stills.HEAVIEST / 2);
        assertThat(Stills.within(page, Map.of("forks0", "x", "rates0", large, "tradeOff0", large)))
                .containsOnlyKeys("rates0", "tradeOff0");
    }

    @Test
    void figuresThatAreLiveOnlyStaySo() {
        Figure live = new Figure("x", "t", "d", "rates", 1, 1, Map.of(), "t", false);
        List<Section> limited = Stills.limited(List.of(new Section("s", 2, "S", List.of(live))), 100);
        assertThat(new Page("p", limited).figures()).noneMatch(Figure::still);
    }

    private static Figure figure(String draw, int number) {
        return new Figure(draw + number, "t", "d", draw, 1, 1, Map.of(), "table", true);
    }

    static Page page(Run run) {
        return Sections.page(new Findings(run));
    }

    static List<Table> tables(Page page) {
        return blocks(page, Table.class);
    }

    static List<Claim> claims(Page page) {
        return blocks(page, Claims.class).stream()
                .flatMap(claims -> claims.claims().stream())
                .toList();
    }

    private static <B extends Block> List<B> blocks(Page page, Class<B> kind) {
        return page.sections().stream()
                .flatMap(section -> section.blocks().stream())
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    private static List<String> ids(Page page) {
        List<String> ids =
                new ArrayList<>(page.sections().stream().map(Section::id).toList());
        page.figures().forEach(figure -> ids.add("figure-" + figure.id()));
        for (Table table : tables(page)) {
            ids.add(table.id());
            table.rows().stream().map(Row::id).filter(id -> !id.isEmpty()).forEach(ids::add);
        }
        return ids;
    }
}
