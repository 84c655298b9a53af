package dev.pipemark.report.sections;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pipemark.compare.ArmComparison;
import dev.pipemark.record.PairCheck;
import dev.pipemark.record.Run;
import dev.pipemark.record.RunMaker;
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

    /**
     * Catches a first screen that leaves out a finding or a reason, that names the wrong side as slower, or that has the worst
     * at the end.
     */
    @Test
    void aSentenceNamesTheArmAndItsResultsWithTheWorstFirst() {
        assertThat(ArmAnswers.sentences(run, ArmComparison.of(run)))
                .singleElement()
                .asString()
                .startsWith("Arm old (com.esotericsoftware:kryo 5.5.0 from old.jar): 2 regressed, 1 new failure,"
                        + " 1 inconclusive of 4 cells. Certain, worst first: decode kryo-registered@old"
                        + " media-content costs × 2.00 [1.94, 2.07] in the arm; stream"
                        + " kryo-registered@old a-payload-with-a-very-long-name costs × 1.9")
                .contains(" in the arm; encode kryo-registered@old order: in the arm: ", "no such field 'a'")
                .endsWith(".");
    }
}
