package dev.pipemark.report.rank;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pipemark.report.CannedRuns;
import dev.pipemark.report.Reports;
import dev.pipemark.report.RunBuilder;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Catches a leader that is named though the forks do not say so. */
class LeadersTest {
    @Test
    void oneRoundNamesNoLeader() {
        assertThat(Reports.leaders(CannedRuns.oneRound()))
                .containsExactly(
                        "instances (streamed): one round: order not established; fastest seen: kryo on media-content"
                                + " (1.2 M/s)",
                        "functions (streamed): one round: order not established; fastest seen: kryo on lambda (10 k/s)");
    }

    @Test
    void thoseThatCannotBeToldApartLeadTogether() {
        assertThat(Reports.leaders(CannedRuns.threeRounds()))
                .containsExactly(
                        "primitives (streamed): a and b cannot be told apart and lead on int, ahead of c × 2.0 [1.5, 2.7]");
    }

    @Test
    void saysThatItDependsWhereItDoes() {
        RunBuilder run = twoPayloads();
        run.cell("stream", "a", "int", "window=64", 300, 301, 302)
                .cell("stream", "b", "int", "window=64", 100, 101, 102);
        run.cell("stream", "a", "long", "window=64", 100, 101, 102)
                .cell("stream", "b", "long", "window=64", 300, 301, 302);
        assertThat(Reports.leaders(run.run()))
                .containsExactly(
                        "primitives (streamed): depends on the payload. int: a, ahead of b × 2.98 [2.93, 3.03]; long: b,"
                                + " ahead of a × 2.98 [2.93, 3.03]");
    }

    @Test
    void oneThatLeadsEverywhereLeads() {
        RunBuilder run = twoPayloads();
        for (String payload : List.of("int", "long")) {
            run.cell("stream", "a", payload, "window=64", 300, 301, 302);
            double rate = payload.equals("int") ? 100 : 75;
            run.cell("stream", "b", payload, "window=64", rate, 1.01 * rate, 1.02 * rate);
            run.cell("stream", "floor", payload, "window=64", 900, 901, 902);
        }
        assertThat(Reports.leaders(run.run()))
                .containsExactly(
                        "primitives (streamed): a leads on both payloads, ahead of b × 2.98 [2.94, 3.02] on int (closest) and"
                                + " of b × 3.97 [3.92, 4.03] on long (farthest)");
    }

    /** Catches a lead that is claimed for payloads on which one codec alone was measured. */
    @Test
    void onlyPayloadsWithAnOrderAreLed() {
        RunBuilder run = twoPayloads().payload("short", "primitives");
        for (String payload : List.of("int", "long")) {
            run.cell("encode", "a", payload, "", 100, 101, 102).cell("encode", "b", payload, "", 200, 202, 204);
        }
        run.cell("encode", "b", "short", "", 200, 202, 204);
        assertThat(Reports.leaders(run.run()))
                .singleElement()
                .asString()
                .startsWith("primitives (encode): a leads on int and long, ahead of b")
                .endsWith("; only b was measured on short");
    }

    @Test
    void lostForksLeaveTheOrderOpen() {
        RunBuilder run = twoPayloads();
        run.cell("encode", "a", "int", "", 300, 301, 302).cell("encode", "b", "int", "", 100, 101);
        assertThat(Reports.leaders(run.run()))
                .containsExactly(
                        "primitives (encode): too few forks finished: order not established; fastest seen: b on"
                                + " int (100 ns)");
    }

    @Test
    void tiedIsSaidOfRealTiesOnly() {
        RunBuilder run = twoPayloads();
        run.cell("encode", "a", "int", "", 100, 101, 102).cell("encode", "b", "int", "", 100.1, 101.2, 102.1);
        assertThat(Reports.leaders(run.run())).containsExactly("primitives (encode): a and b are tied and lead on int");
        run.cell("encode", "a", "long", "", 100, 120, 90).cell("encode", "b", "long", "", 110, 100, 105);
        assertThat(Reports.leaders(run.run()))
                .containsExactly("primitives (encode): a and b cannot be told apart and lead on both payloads");
    }

    @Test
    void whoIsInFrontWithOthersIsNotCalledAlone() {
        RunBuilder run = twoPayloads();
        run.cell("encode", "a", "int", "", 100, 101, 102).cell("encode", "b", "int", "", 100.1, 101.2, 102.1);
        run.cell("encode", "a", "long", "", 100, 101, 102).cell("encode", "b", "long", "", 200, 201, 202);
        assertThat(Reports.leaders(run.run()))
                .containsExactly(
                        "primitives (encode): a is in front on both payloads, but not alone: with b on int (tied), ahead"
                                + " of b × 1.990 [1.966, 2.015] on long");
    }

    @Test
    void dependsSaysWithWhom() {
        RunBuilder run = twoPayloads().codec("c", "tuned", true);
        run.cell("encode", "a", "int", "", 100, 101, 102)
                .cell("encode", "b", "int", "", 100.1, 101.2, 102.1)
                .cell("encode", "c", "int", "", 300, 303, 305);
        run.cell("encode", "a", "long", "", 200, 201, 203)
                .cell("encode", "b", "long", "", 200, 202, 203)
                .cell("encode", "c", "long", "", 100, 101, 102);
        assertThat(Reports.leaders(run.run()))
                .containsExactly(
                        "primitives (encode): depends on the payload. int: a and b (tied), ahead of c × 2.997 [2.987, 3.007];"
                                + " long: c, ahead of a × 1.993 [1.980, 2.006]");
    }

    @Test
    void oneCodecAloneLeadsNothing() {
        RunBuilder run = twoPayloads();
        run.cell("encode", "a", "int", "", 100, 101, 102);
        assertThat(Reports.leaders(run.run())).containsExactly("primitives (encode): only a was measured on int");
    }

    @Test
    void whoeverLostForksIsNamedAndNotPlaced() {
        RunBuilder run = twoPayloads().codec("c", "tuned", true);
        run.cell("encode", "a", "int", "", 100, 101, 102)
                .cell("encode", "b", "int", "", 200, 201, 202)
                .cell("encode", "c", "int", "", 50, 51);
        assertThat(Reports.leaders(run.run()))
                .containsExactly(
                        "primitives (encode): a leads on int, ahead of b × 1.990 [1.966, 2.015]; too few forks to place c on int");
    }

    @Test
    void whoScattersTooMuchIsNamedAndNotInFront() {
        RunBuilder run = twoPayloads().codec("c", "tuned", true);
        run.cell("encode", "a", "int", "", 100, 101, 102)
                .cell("encode", "b", "int", "", 200, 201, 202)
                .cell("encode", "d", "int", "", 300, 301, 303)
                .cell("encode", "e", "int", "", 310, 311, 313)
                .cell("encode", "f", "int", "", 320, 321, 323)
                .cell("encode", "c", "int", "", 30, 500, 9000);
        assertThat(Reports.leaders(run.run()))
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .startsWith("primitives (encode): a is in front on int, ahead of b × ")
                        .endsWith("; not decided: c on int"));
    }

    private static RunBuilder twoPayloads() {
        return new RunBuilder(3)
                .codec("a", "tuned", true)
                .codec("b", "tuned", true)
                .codec("floor", "control", true)
                .payload("int", "primitives")
                .payload("long", "primitives");
    }
}
