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

/** Catches a remedy without its price beside the plain way. */
class RemediesSectionTest {
    @Test
    void aRemedyIsJudgedBesideThePlainWayOfItsOwn() {
        Findings findings = new Findings(new RunBuilder(3)
                .cell("remedy", Cell.NONE, Cell.NONE, "variant=leave-out/plain-java", 100, 101, 102)
                .cell("remedy", Cell.NONE, Cell.NONE, "variant=leave-out/hook-java", 200, 203, 204)
                .cell("remedy", Cell.NONE, Cell.NONE, "variant=name/function-java", 900, 910, 920)
                .cell("remedy", Cell.NONE, Cell.NONE, "variant=name/name-java", 300, 304, 307)
                .run());
        Table table = (Table) RemediesSection.blocks(findings).get(0);
        assertThat(column(table, "× plain").stream().map(Value::words))
                .satisfiesExactly(
                        plain -> assertThat(plain).isEmpty(),
                        hook -> assertThat(hook).matches("2\\.0.* ▼ hook-java slower"),
                        plain -> assertThat(plain).isEmpty(),
                        name -> assertThat(name).matches("(2\\.9|3\\.0).* ▲ name-java faster"));
    }

    private static List<Value> column(Table table, String title) {
        int at = table.columns().stream().map(Page.Column::title).toList().indexOf(title);
        assertThat(at).as("column %s", title).isNotNegative();
        return table.rows().stream().map(row -> row.get(at)).toList();
    }
}
