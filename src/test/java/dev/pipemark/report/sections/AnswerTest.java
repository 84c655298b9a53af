package dev.pipemark.report.sections;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pipemark.record.PairCheck.Verdict;
import dev.pipemark.record.Run;
import dev.pipemark.report.CannedRuns;
import dev.pipemark.report.RunBuilder;
import dev.pipemark.report.doc.MarkdownWriter;
import dev.pipemark.report.doc.Page.Claim;
import dev.pipemark.report.doc.Page.Link;
import dev.pipemark.report.rank.Controls;
import dev.pipemark.report.rank.Findings;
import dev.pipemark.report.rank.Trust;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Catches a first screen that leaves out what is smallest, what fails, or how far to trust it. */
class AnswerTest {
    @Test
    void aFamilyHasWhoLeadsWhatIsSmallestAndWhatFails() {
        assertThat(texts(run().run()))
                .containsSubsequence(
                        "primitives (streamed): a leads on int, ahead of b × 3.001 [2.985, 3.017]",
                        "primitives (bytes): smallest on int: b (10 B), next a × 1.20",
                        "primitives (fails): 1 of 3 pairs does not travel as sent (1 arrives different); for example b on"
                                + " long (arrives different): a | b");
    }

    /** Catches a run on another Java, or on several threads, that is told as one of this Java and of one. */
    @Test
    void whatTheForksRanOnIsSaid() {
        Run run = new RunBuilder(3)
                .codec("a", "idiomatic", true)
                .payload("int", "primitives")
                .noted("threads", "4")
                .noted("java", "Example VM 25.0.3+9")
                .noted("jdk.version", "25.0.3")
                .noted("library", "jdk 25.0.3")
                .cell("encode", "a", "int", "", 1, 2, 3)
                .run();
        String page = MarkdownWriter.write(Sections.page(new Findings(run)), Map.of());
        assertThat(page)
                .contains("preset test, 4 threads in each fork, ")
                .contains("logical cores, JDK 25.0.3.")
                .contains("| forks' jdk.version | 25.0.3 |")
                .contains("| command line's jdk.version | 17.0.1+1 |")
                .doesNotContain("1.2.3 | nothing much");
        assertThat(new Findings(run).codec("a").version()).isEqualTo("25.0.3");
    }

    @Test
    void claimsLeadToTheirRows() {
        assertThat(rests("primitives (streamed)"))
                .containsExactly(new Link("a on int", "transfer-int_a"), new Link("b on int", "transfer-int_b"));
        assertThat(rests("primitives (bytes)")).contains(new Link("sizes of int", "sizes_int"));
        assertThat(rests("primitives (fails)")).anyMatch(link -> link.target().startsWith("refusal_b_different_"));
    }

    @Test
    void howFarToTrustItComesFirst() {
        List<String> texts = texts(run().run());
        assertThat(texts.get(0)).startsWith("quality of this run: ");
        assertThat(texts.get(1)).startsWith("this machine resolves ").contains(" % (× ");
    }

    @Test
    void aByteMoreIsNotARatioOfFiveDigits() {
        Run run = run().payload("text", "strings")
                .cell("stream", "a", "text", "window=64", 300, 301, 302)
                .size("a", "text", 10_000, 10_000, 10_000)
                .size("b", "text", 10_001, 10_001, 10_001)
                .run();
        assertThat(texts(run)).anyMatch(text -> text.endsWith("smallest on text: a (10,000 B), next b within 1 %"));
    }

    @Test
    void aCellThatFailedIsCountedWithItsReason() {
        Run run = run().failure("encode", "a", "int", "", "the worker died (exit 3)")
                .run();
        assertThat(texts(run))
                .anyMatch(text ->
                        text.contains("1 cell failed; for example encode a on int: round 1: the worker died (exit 3)"));
    }

    @Test
    void nothingThatFailsIsSaidAsWell() {
        Run run = new RunBuilder(3)
                .payload("int", "primitives")
                .cell("encode", "a", "int", "", 1, 2, 3)
                .check("a", "int", Verdict.EXACT, "")
                .run();
        assertThat(texts(run)).contains("primitives (fails): nothing, the one pair arrives as sent");
    }

    @Test
    void theSmallestToTheByteShareTheirPlace() {
        Run run = run().size("c", "int", 10, 10, 10).run();
        assertThat(texts(run)).contains("primitives (bytes): smallest on int: b and c (10 B), next a × 1.20");
    }

    @Test
    void trustIsOneWordWithItsReason() {
        assertThat(texts(CannedRuns.oneRound()))
                .contains("quality of this run: unranked (one round: no interval and no order)");
        assertThat(badge(quiet().run())).isEqualTo("good");
        RunBuilder lost = quiet().failure("encode", "lost", "int", "", "no answer");
        assertThat(badge(lost.run())).isEqualTo("fair");
        RunBuilder wild = new RunBuilder(3)
                .cell("encode", "a", "int", "", 100, 300, 50)
                .cell("encode", "b", "int", "", 400, 90, 200);
        assertThat(badge(wild.run())).isEqualTo("poor");
    }

    /** Catches an interrupted run that is told it planned nothing to compare; and what a codec says beforehand as a fault. */
    @Test
    void whatIsMissingIsCalledByItsName() {
        Run cut = new RunBuilder(5)
                .cell("encode", "a", "int", "", 100, 101)
                .cell("encode", "b", "int", "", 200, 202)
                .run();
        assertThat(texts(cut))
                .contains("quality of this run: unranked (too few forks finished: no interval and no order)");
        RunBuilder refused = run().check("a", "long", Verdict.UNSUPPORTED, "no mapping");
        assertThat(texts(refused.run()))
                .anyMatch(text -> text.startsWith("primitives (fails): 1 of 4 pairs does not travel as sent (1 arrives"
                        + " different), 1 more not supported by their codec; for example b on long"));
        Run unsupported = new RunBuilder(3)
                .payload("int", "primitives")
                .cell("encode", "a", "int", "", 1, 2, 3)
                .check("a", "int", Verdict.EXACT, "")
                .check("b", "int", Verdict.UNSUPPORTED, "no mapping")
                .run();
        assertThat(texts(unsupported))
                .anyMatch(
                        text -> text.startsWith("primitives (fails): no pair that its codec supports; 1 of 2 pairs not"
                                + " supported; for example b on int (unsupported): no mapping"));
    }

    @Test
    void whatTheMachineResolvesIsSaidOnlyWhereItIsKnown() {
        assertThat(texts(quiet().run())).anyMatch(text -> text.startsWith("this machine resolves "));
        assertThat(texts(CannedRuns.oneRound())).noneMatch(text -> text.contains("resolves"));
    }

    /** Controls are no choice: a family that has nothing else has no answer. */
    @Test
    void aFamilyOfControlsIsLeftOut() {
        Run run = run().payload("bytes-64", "bytes")
                .codec("raw", "control", true)
                .cell("stream", "raw", "bytes-64", "window=64", 100, 101, 102)
                .check("b", "bytes-64", Verdict.UNSUPPORTED, "no")
                .run();
        assertThat(texts(run)).noneMatch(text -> text.startsWith("bytes"));
    }

    private static RunBuilder run() {
        return new RunBuilder(3)
                .codec("a", "tuned", true)
                .codec("b", "tuned", true)
                .payload("int", "primitives")
                .payload("long", "primitives")
                .cell("stream", "a", "int", "window=64", 300, 301, 302)
                .cell("stream", "b", "int", "window=64", 100, 100.5, 100.4)
                .check("a", "int", Verdict.EXACT, "")
                .check("b", "int", Verdict.EXACT, "")
                .check("b", "long", Verdict.DIFFERENT, "a | b")
                .size("a", "int", 12, 12, 12)
                .size("b", "int", 10, 10, 10);
    }

    private static RunBuilder quiet() {
        return new RunBuilder(3)
                .cell("encode", "a", "int", "", 100, 101, 100.5)
                .cell("encode", "b", "int", "", 200, 202, 200.9);
    }

    private static String badge(Run run) {
        Findings findings = new Findings(run);
        return Trust.of(findings, Controls.of(findings)).word();
    }

    private static List<Link> rests(String beginning) {
        return SectionsTest.claims(SectionsTest.page(run().run())).stream()
                .filter(claim -> claim.text().startsWith(beginning))
                .findFirst()
                .orElseThrow()
                .rests();
    }

    private static List<String> texts(Run run) {
        return SectionsTest.claims(SectionsTest.page(run)).stream()
                .map(Claim::text)
                .toList();
    }
}
