package dev.pipemark.report.sections;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pipemark.record.Cell;
import dev.pipemark.report.RunBuilder;
import dev.pipemark.report.doc.Page;
import dev.pipemark.report.doc.Page.Table;
import dev.pipemark.report.doc.Page.Value;
import dev.pipemark.report.rank.Findings;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Catches a remedy without its price beside the plain way, and a lone cell that is called the best of nothing. */
class CellSectionsTest {
    @Test
    void aRemedyIsJudgedBesideThePlainWayOfItsOwn() {
        Findings findings = new Findings(new RunBuilder(3)
                .cell("remedy", Cell.NONE, Cell.NONE, "variant=leave-out/plain-java", 100, 101, 102)
                .cell("remedy", Cell.NONE, Cell.NONE, "variant=leave-out/hook-java", 200, 203, 204)
                .cell("remedy", Cell.NONE, Cell.NONE, "variant=name/function-java", 900, 910, 920)
                .cell("remedy", Cell.NONE, Cell.NONE, "variant=name/name-java", 300, 304, 307)
                .run());
        Table table = (Table) CellSections.remedies(findings).get(0);
        assertThat(column(table, "beside plain").stream().map(Value::text))
                .satisfiesExactly(
                        plain -> assertThat(plain).isEmpty(),
                        hook -> assertThat(hook).startsWith("2.0"),
                        plain -> assertThat(plain).isEmpty(),
                        name -> assertThat(name).matches("(2\\.9|3\\.0).*"));
        assertThat(column(table, "verdict").stream().map(Value::text))
                .containsExactly("", "▼ hook-java slower", "", "▲ name-java faster");
    }

    @Test
    void aLoneCellIsBestOfNothingAndItsUnitStandsBehindItsInterval() {
        Findings findings = new Findings(new RunBuilder(3)
                .codec("a", "tuned", true)
                .codec("b", "tuned", true)
                .payload("int", "primitives")
                .cell("stream", "a", "int", "transport=pipe window=64", 1000, 1100, 1050)
                .cell("encode", "a", "int", "", 100, 110, 105)
                .cell("encode", "b", "int", "", 300, 310, 305)
                .run());
        Table table = AllData.blocks(findings).stream()
                .filter(Table.class::isInstance)
                .map(Table.class::cast)
                .filter(each -> each.id().equals("cells"))
                .findFirst()
                .orElseThrow();
        assertThat(column(table, "×best").stream().map(Value::text).limit(2)).containsExactly("", "1.00");
        assertThat(column(table, "score")).allSatisfy(score -> {
            assertThat(score.text()).matches("[\\d.,]+");
            assertThat(score.detail()).matches("\\[.+\\] (k/s|/s|ns)");
        });
    }

    private static List<Value> column(Table table, String title) {
        int at = table.columns().stream().map(Page.Column::title).toList().indexOf(title);
        assertThat(at).as("column %s", title).isNotNegative();
        return table.rows().stream().map(row -> row.values().get(at)).toList();
    }
}
