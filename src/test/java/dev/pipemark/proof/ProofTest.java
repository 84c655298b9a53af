package dev.pipemark.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pipemark.record.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProofTest {
    @TempDir
    Path folder;

    /** Catches a ratio of parts that are not comparable, a lost part, and a page without the load. */
    @Test
    void aPageHasEveryPart() throws IOException {
        part("quiet-encode-side-by-side", "side-by-side", 0.02, 10);
        part("quiet-encode-interleaved", "interleaved", 0.08, 5);
        part("loaded-encode-side-by-side", "side-by-side", 0.05, 5);
        part("quiet-decode-interleaved", "interleaved", 0.05, 2);
        Files.writeString(folder.resolve("loaded-encode-side-by-side/load.txt"), "half of two cores\n");
        List<Part> parts = Part.read(folder);
        Proof proof = Proof.of(parts);
        assertThat(proof.known()).hasSize(3);
        assertThat(proof.failures()).isEmpty();
        assertThat(proof.alarms())
                .containsOnlyKeys("side-by-side, loaded", "interleaved, quiet", "side-by-side, quiet");
        assertThat(proof.known())
                .filteredOn(each -> proof.ratio(each).isPresent())
                .extracting(each -> each.part().name())
                .containsExactly("quiet-encode-side-by-side");
        assertThat(ProofPage.of(proof, parts))
                .contains("PASS: false alarms are within their bounds")
                .contains("exceeds any of these 9 bounds with a probability of 1 % at most")
                .contains("nothing is proved for: side-by-side, loaded; interleaved, quiet.")
                .contains("| too few |")
                .contains("Load of loaded-encode-side-by-side: half of two cores.")
                .contains("quiet-decode-interleaved has too few whole sittings to be judged.")
                .contains("| all side-by-side, quiet | ")
                .contains("| 10 % more work, measured | 1.")
                .doesNotContain("NaN");
    }

    /** Catches a check that cannot fail. */
    @Test
    void aBoundThatIsExceededIsNamed() throws IOException {
        Map<String, Double> costs = Simulated.slowed();
        for (String codec : List.of("slowed-0b", "slowed-0d", "slowed-0f", "slowed-0h")) {
            costs.put(codec, 1500.0);
        }
        Simulated.write(
                new Simulated("encode", costs, 9, 2, 0.02, 0).run(1), "interleaved", 80, folder.resolve("different"));
        List<Part> parts = Part.read(folder);
        Proof proof = Proof.of(parts);
        assertThat(proof.failures())
                .hasSize(3)
                .first()
                .asString()
                .matches(
                        "interleaved, quiet: 1[2-8] of 18 equal pairs were called different, and at most 4 are allowed");
        assertThat(ProofPage.of(proof, parts)).contains("FAIL: interleaved, quiet: ", "| FAIL |");
    }

    /** Catches a sitting whose forks cannot be compared since one of them failed. */
    @Test
    void aSittingWithAFailureIsLeftOut() {
        Run run = Simulated.known(5, 0.02).run(1);
        Run missing = new Run(
                run.info(),
                run.checks(),
                run.sizes(),
                run.forks().stream()
                        .filter(fork ->
                                fork.round() != 2 || !fork.cell().codec().equals("slowed-0c"))
                        .toList(),
                run.end());
        KnownCosts costs = KnownCosts.of(missing);
        assertThat(costs.sittings()).containsExactly(1, 3, 4, 5);
        assertThat(costs.incomplete()).isEqualTo(1);
        assertThat(costs.equal()).hasSize(12).allMatch(codec -> codec.size() == 4);
    }

    /** Catches a failure without advice. */
    @Test
    void aFolderWithoutRunsIsRefusedWithAdvice() {
        assertThatThrownBy(() -> Part.read(folder))
                .isInstanceOf(IOException.class)
                .hasMessageEndingWith("scripts/prove-verdicts measures the parts");
        assertThatThrownBy(() -> Part.read(folder.resolve("nowhere")))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("there is no folder");
    }

    private void part(String name, String order, double scatter, int sittings) throws IOException {
        Run run = new Simulated("encode", Simulated.slowed(), sittings, 4, scatter, 0.02).run(name.hashCode());
        Simulated.write(
                order.equals("side-by-side") ? Simulated.sideBySide(run) : run, order, 80, folder.resolve(name));
    }
}
