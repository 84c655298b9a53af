package dev.pipemark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pipemark.Brief;
import dev.pipemark.record.Fork;
import dev.pipemark.record.Groups;
import dev.pipemark.record.Run;
import dev.pipemark.record.RunFolder;
import dev.pipemark.record.Sittings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A table that is measured in groups of three, in real forks that are as brief as possible. */
@Timeout(600)
class DividedRunTest {
    private static final List<String> PLAN = List.of(
            "encode",
            "--codecs",
            "java,kryo,jackson-json,jackson-cbor",
            "--payloads",
            "long",
            "--sitting-forks",
            "3",
            "-wi",
            "1",
            "-w",
            "10ms",
            "-i",
            "5",
            "-r",
            "20ms");

    @TempDir
    Path folder;

    private final Typed typed = new Typed();

    /**
     * Catches a cell that is lost between groups, a report with other columns, forks that join groups and count as further
     * rounds, and a resumed run that starts its table again.
     */
    @Test
    void aDividedTableHasAllCellsInTheSameColumns() throws IOException {
        run("-f", "3");
        Path latest = folder.resolve("results/latest").toRealPath();
        Run run = RunFolder.read(latest);
        assertThat(run.forks()).hasSize(3 * 2 * 3).allMatch(fork -> fork.failure() == null && fork.paired() != null);
        assertThat(Sittings.of(run)).hasSize(6).allMatch(sitting -> sitting.size() == 3);
        assertThat(Groups.of(run)).singleElement().satisfies(groups -> {
            assertThat(groups.groups()).isEqualTo(2);
            assertThat(groups.anchors()).extracting(cell -> cell.codec()).containsExactlyInAnyOrder("java", "kryo");
        });
        assertThat(typed.out()).contains("= 12 forks and 6 that join groups", "18/18 ");
        List<String> results = Files.readAllLines(latest.resolve("results.csv"));
        List<String> columns = List.of(results.get(0).split(","));
        assertThat(columns).startsWith("benchmark", "codec", "payload").contains("times_best_upper", "rounds_needed");
        List<List<String>> scores = results.stream()
                .map(line -> List.of(line.split(",", -1)))
                .filter(line -> line.get(columns.indexOf("metric")).equals("score"))
                .toList();
        assertThat(scores)
                .extracting(line -> line.get(1))
                .containsExactlyInAnyOrder("java", "kryo", "jackson-json", "jackson-cbor");
        assertThat(scores).allSatisfy(line -> {
            assertThat(line.get(columns.indexOf("forks"))).isEqualTo("3");
            assertThat(line.get(columns.indexOf("reason"))).isEmpty();
            assertThat(line.get(columns.indexOf("verdict"))).isNotEmpty();
        });
        assertThat(Files.readString(latest.resolve("details/trust.md")))
                .contains("measured in groups: encode long in 2 groups, joined by ");
        cutOffBeforeTheLastGroup(latest);
        assertThat(typed.run(List.of("--resume", latest.toString())))
                .as(typed.err())
                .isZero();
        assertThat(typed.out()).contains("15 forks done, at most 3 left, in about ");
        Run resumed = RunFolder.read(latest);
        assertThat(resumed.forks())
                .hasSize(18)
                .startsWith(run.forks().subList(0, 15).toArray(Fork[]::new));
        assertThat(resumed.forks())
                .extracting(fork -> fork.cell() + " " + fork.sitting())
                .doesNotHaveDuplicates();
    }

    /** Catches a dry run that plans other forks than the run. */
    @Test
    void aDryRunShowsTheGroups() {
        run("-f", "2", "--dry-run");
        assertThat(typed.out())
                .contains("4 cells × 2 rounds = 8 forks and 4 that join groups, about ")
                .contains("group 1 of its table:", "group 2 of its table:", "    6  encode ");
    }

    private void run(String... more) {
        List<String> line = new ArrayList<>(PLAN);
        line.addAll(Brief.FORKS);
        line.addAll(List.of(more));
        line.addAll(List.of("--results", folder.resolve("results").toString()));
        assertThat(typed.run(line)).as(typed.out() + typed.err()).isZero();
    }

    /** Leaves the journal of a run that was killed before the last group of its last round. */
    private static void cutOffBeforeTheLastGroup(Path run) throws IOException {
        Path journal = run.resolve(RunFolder.JOURNAL);
        List<String> kept = new ArrayList<>();
        int groups = 0;
        for (String line : Files.readAllLines(journal)) {
            kept.add(line);
            groups += line.startsWith("{\"sitting\"") ? 1 : 0;
            if (groups == 5) {
                break;
            }
        }
        Files.write(journal, kept);
    }
}
