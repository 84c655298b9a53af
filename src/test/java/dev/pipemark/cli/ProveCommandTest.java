package dev.pipemark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pipemark.record.RunMaker;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Catches a failed proof whose exit code reports success. */
class ProveCommandTest {
    @TempDir
    Path folder;

    private final Typed typed = new Typed();

    @Test
    void theCodeSaysWhetherTheBoundsHold() throws IOException {
        codecs(1).write(folder.resolve("honest/part"));
        codecs(1.5).write(folder.resolve("broken/part"));
        assertThat(prove("honest")).isZero();
        assertThat(typed.out()).contains("PASS: false alarms").contains("0 of 1 (at most 1; the rate is below 95 %)");
        assertThat(prove("broken")).isEqualTo(ExitCode.FAILED_CELL);
        assertThat(typed.out()).contains("FAIL: interleaved, quiet: 6 of 6 equal pairs");
    }

    @Test
    void aMistakeIsOneSentence() {
        assertThat(prove("one", "two")).isEqualTo(ExitCode.USAGE);
        assertThat(prove("nowhere")).isEqualTo(ExitCode.USAGE);
        assertThat(typed.err().lines().toList())
                .hasSize(2)
                .allMatch(line -> line.contains("scripts/prove-verdicts measures"));
        assertThat(typed.out()).isEmpty();
    }

    /** Twelve codecs in three sittings, with very little scatter. Every second codec costs more than the others by a factor. */
    private static RunMaker codecs(double times) {
        RunMaker run = new RunMaker();
        for (int sitting = 0; sitting < 3; sitting++) {
            for (int codec = 0; codec < 12; codec++) {
                double noise = 1 + 0.001 * ((codec * 7 + sitting * 3) % 5);
                run.fork(
                        "encode slowed-0" + (char) ('a' + codec) + " int", 1000 * (codec % 2 == 0 ? 1 : times) * noise);
            }
        }
        return run;
    }

    private int prove(String... folders) {
        List<String> args = new java.util.ArrayList<>(List.of("prove"));
        for (String each : folders) {
            args.add(folder.resolve(each).toString());
        }
        return typed.run(args);
    }
}
