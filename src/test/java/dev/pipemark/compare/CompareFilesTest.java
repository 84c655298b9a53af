package dev.pipemark.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.pipemark.record.Metric;
import dev.pipemark.record.PairCheck.Fate;
import dev.pipemark.record.RunMaker;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Catches files that omit a cell, contradict each other, or contain active content. */
class CompareFilesTest {
    @TempDir
    Path folder;

    private static Comparison comparison() {
        RunMaker base = new RunMaker()
                .cell("encode a int", Map.of(Metric.PARENT_ALLOCATION, 100.0), 100, 100, 100)
                .cell("encode =1+1 int", 100, 100, 100)
                .cell("encode <b>\u001b[31m int", 1, 1, 1)
                .cell("decode a int", 5)
                .check("a", "tree", Fate.EXACT, "")
                .size("a", "int", 100, 50);
        RunMaker candidate = new RunMaker()
                .fact("kernel", "7")
                .cell("encode a int", Map.of(Metric.PARENT_ALLOCATION, 150.0), 200, 200, 200)
                .cell("encode =1+1 int", 50, 50, 50)
                .failure("encode <b>\u001b[31m int", "=cmd|' /C calc'!A0")
                .cell("decode a int", 6)
                .check("a", "tree", Fate.DIFFERENT, "a | null")
                .size("a", "int", 104, 50);
        return Comparison.of(ComparedRun.of("old", base.run()), ComparedRun.of("fresh", candidate.run()));
    }

    @Test
    void summaryShowsChangesInEightyColumns() {
        List<String> lines = CompareFiles.summary(comparison(), 80);
        assertThat(lines).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(80));
        String text = String.join("\n", lines);
        assertThat(text)
                .startsWith("# old → fresh\n")
                .contains("Facts that differ: kernel.")
                .contains("**1 regressed, 2 new failures, 1 improved, 1 inconclusive**")
                .contains("- encode =1+1 int: base costs × 2.00 [2.00, 2.00], δ 3 %")
                .contains("- encode a int: new costs × 2.00 [2.00, 2.00], δ 3 %")
                .contains("## 2 new failures")
                .contains("- trial a tree: new: different: a | null".replace("|", "\\|"))
                .contains("1 encoded sizes differ, 1 of 1 allocations by more than 1 %.")
                .contains("have fewer than three forks")
                .doesNotContain("\u001b")
                .doesNotContain("<b>");
        assertThat(text.indexOf("kernel")).isLessThan(text.indexOf("regressed"));
    }

    /** Catches a name longer than a line that breaks the layout or causes an endless loop. */
    @Test
    void nameLongerThanLineIsBroken() {
        String name = "x".repeat(300);
        Comparison comparison = Comparison.of(
                ComparedRun.of(
                        name,
                        new RunMaker().cell("encode " + name + " int", 1, 1, 1).run()),
                ComparedRun.of(
                        "new",
                        new RunMaker().cell("encode " + name + " int", 2, 2, 2).run()));
        assertThat(CompareFiles.summary(comparison, 80))
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(80));
    }

    @Test
    void everyCellIsInEveryFile() throws Exception {
        CompareFiles.write(comparison(), folder.resolve("out"));
        String markdown = Files.readString(folder.resolve("out/compare.md"));
        assertThat(markdown)
                .contains("| kernel | not recorded | 7 |")
                .contains("| encode | a | int | 100 | 200 | 2.00 \\[2.00, 2.00\\] | new | 3 % | 3 |")
                // The higher over the lower cost, so at least 1.
                .contains("| 2.00 \\[2.00, 2.00\\] | base | 3 % | 3 |")
                .contains("| decode | a | int | 5.0 | 6.0 | 1.2 | new | 3 % | 1 | fewer than 3 forks (base 1, new 1) |")
                .contains("a \\| null")
                .contains("| a | int | 100.000 | 104.000 | +4.00 % |")
                .contains("| encode | a | int | parent | 100.000 | 150.000 | +50.0 % |")
                .doesNotContain("<b>");
        List<String> csv = Files.readAllLines(folder.resolve("out/compare.csv"));
        assertThat(csv)
                .contains(
                        "encode,a,int,,score,ns/op,regressed,100,200,2,2,2,0.03,3,3,measured,measured,,,,,,,",
                        "encode,'=1+1,int,,score,ns/op,improved,100,50,0.5,0.5,0.5,0.03,3,3,measured,measured,,,,,,,",
                        "trial,a,tree,,score,ns/op,new failure,,,,,,,0,0,arrives,unsupported,new: different: a | null,,,,,,",
                        "size,a,int,,mean,B,differs,100,104,1.04,,,,,,,,,,,,,,",
                        "size,a,int,,zstd,B,same,50,50,1,,,,,,,,,,,,,,",
                        "encode,a,int,,parent-allocation,B/op,flagged,100,150,1.5,,,,,,,,,,,,,,");
        JsonNode json =
                JsonMapper.shared().readTree(folder.resolve("out/compare.json").toFile());
        assertThat(json.get("comparable").asBoolean()).isTrue();
        assertThat(json.get("counts").get("new failure").asInt()).isEqualTo(2);
        assertThat(json.get("cells")).hasSize(5);
        assertThat(json.get("cells").get(0).get("lower").asDouble()).isCloseTo(2, within(1e-9));
        assertThat(json.get("cells").get(3).get("lower").isNull()).isTrue();
        assertThat(json.get("sizes").get(0).get("new").get("mean").asDouble()).isEqualTo(104);
        assertThat(json.get("allocations").get(0).get("flagged").asBoolean()).isTrue();
    }

    /** Catches forced comparisons of two machines that carry no warning. */
    @Test
    void incomparableRunsAreMarked() throws Exception {
        Comparison comparison = Comparison.of(
                ComparedRun.of("old", new RunMaker().run()),
                ComparedRun.of("new", new RunMaker().fact("cpu.model", "Other").run()));
        CompareFiles.write(comparison, folder);
        assertThat(Files.readString(folder.resolve("compare.md"))).contains("Not comparable", "CPU model differs");
        assertThat(String.join(" ", CompareFiles.summary(comparison, 80)))
                .contains("**Not comparable**", "no cell in either run");
        assertThat(Files.readString(folder.resolve("compare.json"))).contains("\"comparable\" : false");
    }
}
