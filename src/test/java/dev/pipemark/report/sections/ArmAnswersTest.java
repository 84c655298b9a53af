package dev.pipemark.report.sections;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pipemark.compare.ArmComparison;
import dev.pipemark.record.PairCheck;
import dev.pipemark.record.Run;
import dev.pipemark.record.RunMaker;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArmAnswersTest {
    private final Run run = new RunMaker()
            .arm("old", "com.esotericsoftware:kryo", "5.5.0")
            .cell("encode kryo-registered media-content", 100, 101, 100)
            .cell("encode kryo-registered@old media-content", 101, 100, 101)
            .cell("decode kryo-registered media-content", 100, 101, 100)
            .cell("decode kryo-registered@old media-content", 200, 201, 202)
            .cell("stream kryo-registered a-payload-with-a-very-long-name transport=pipe window=64", 100, 101, 100)
            .cell("stream kryo-registered@old a-payload-with-a-very-long-name transport=pipe window=64", 50, 51, 50)
            .cell("encode kryo-registered order", 100, 101, 100)
            .cell("encode kryo-registered@old order")
            .check("kryo-registered@old", "order", PairCheck.Fate.REFUSED_ON_ENCODE, "no such field 'a' ".repeat(20))
            .run();

    /** Catches a first screen that leaves out a finding, or that names the wrong side as slower. */
    @Test
    void aSentenceNamesTheArmAndItsResults() {
        assertThat(ArmAnswers.sentences(run, ArmComparison.of(run)))
                .containsExactly("Arm old (com.esotericsoftware:kryo 5.5.0 from old.jar): 2 regressed, 1 new failure,"
                        + " 1 inconclusive of 4 cells. Largest certain difference: decode kryo-registered@old"
                        + " media-content costs × 2.00 [1.94, 2.07] in the arm.");
    }

    /** Catches lines that break in a terminal, a reason that is missing, and the worst at the end. */
    @Test
    void linesFitATerminalWithTheWorstFirst() {
        List<String> lines = ArmAnswers.lines(run);
        assertThat(lines).allMatch(line -> line.length() <= 80);
        assertThat(lines.get(0)).isEqualTo("Arm old: com.esotericsoftware:kryo 5.5.0 from old.jar");
        assertThat(lines.get(1))
                .startsWith("  regressed     × 2.00 [1.94, 2.07]  ")
                .endsWith("decode kryo-registered@old media-content");
        assertThat(lines.get(2))
                .startsWith("  regressed     × 1.9")
                .contains("stream kryo-regi…load-with-a-very-long-name");
        assertThat(lines.get(3)).startsWith("  new failure  ").endsWith("encode kryo-registered@old order");
        assertThat(lines.get(4)).startsWith("    in the arm: ").contains("no such field 'a'");
        assertThat(lines.get(5))
                .startsWith("  inconclusive  × 1.0")
                .endsWith("encode kryo-registered@old media-content");
        assertThat(lines).hasSize(7);
    }
}
