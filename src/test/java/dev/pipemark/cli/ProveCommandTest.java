package dev.pipemark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pipemark.record.RunMaker;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Catches an exit code that hides a failed promise, and a page that omits its counts. */
class ProveCommandTest {
    @TempDir
    Path folder;

    private final Typed typed = new Typed();

    @Test
    void exitCodeShowsWhetherPromisesHold() throws IOException {
        Path honest = arms(1.1, 1.2).write(folder.resolve("honest"));
        Path broken = arms(1, 1).write(folder.resolve("broken"));
        assertThat(prove(honest, honest)).isZero();
        assertThat(typed.out())
                .contains("Every promise below holds.")
                .contains("| interleaved rounds | fork means, round by round | 0 of 3 (0.0 %) |")
                .contains("| 20 % | 1.200 × | 9 of 9 (100.0 %) | 6 of 6 (100.0 %) |");
        assertThat(prove(broken, honest)).isEqualTo(ExitCode.FAILED_CELL);
        assertThat(typed.out()).contains("**Does not hold:** codecs slower by 10 % were found");
    }

    @Test
    void mistakeIsOneSentence() {
        assertThat(prove(folder.resolve("one"))).isEqualTo(ExitCode.USAGE);
        assertThat(typed.err().lines()).hasSize(1).allMatch(line -> line.contains("two runs"));
    }

    /** Three arms of each codec in ten rounds, with almost no scatter. */
    private static RunMaker arms(double tenth, double fifth) {
        double[] factors = {1, tenth, fifth};
        RunMaker run = new RunMaker();
        for (int codec = 0; codec < factors.length; codec++) {
            for (int arm = 1; arm <= 3; arm++) {
                for (int round = 0; round < 10; round++) {
                    double noise = 1 + 0.001 * ((arm * 7 + round * 3 + codec) % 5);
                    run.fork("encode slowed-" + 10 * codec + " int arm=" + arm, 1000 * factors[codec] * noise);
                }
            }
        }
        return run;
    }

    private int prove(Path... runs) {
        List<String> args = new java.util.ArrayList<>(List.of("prove"));
        for (Path run : runs) {
            args.add(run.toString());
        }
        return typed.run(args);
    }
}
