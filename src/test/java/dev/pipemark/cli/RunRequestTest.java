package dev.pipemark.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pipemark.record.RunInfo;
import dev.pipemark.record.RunMaker;
import dev.pipemark.record.RunPlan;
import dev.pipemark.run.Order;
import dev.pipemark.run.Selection;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunRequestTest {
    /** Catches a JMH option that is lost, or that changes its meaning beside the suite's own. */
    @Test
    void jmhOptionsKeepTheirMeaning() throws UsageException {
        RunRequest request =
                parse("stream --preset standard -f 3 -wi 2 -w 100ms -i 4 -r 1s -bm thrpt -tu us -t 2 -prof gc"
                        + " -jvmArgsAppend --enable-preview --codecs jackson-*,java -p window=1,16 -p codec=kryo -e split"
                        + " -rf json -rff out.json encode --pin same --order interleaved");
        assertThat(request.jmh().includes()).containsExactly("stream", "encode");
        assertThat(request.jmh().excludes()).containsExactly("split");
        Selection selection = request.selection();
        assertThat(selection.rounds()).isEqualTo(3);
        assertThat(selection.preset()).isEqualTo("standard");
        assertThat(selection.codecs()).containsExactly("jackson-*", "java", "kryo");
        assertThat(selection.parameters()).containsOnlyKeys("window");
        assertThat(selection.parameters().get("window")).containsExactly("1", "16");
        assertThat(request.pin()).isEqualTo("same");
    }

    /** Catches defaults that differ from the documentation. */
    @Test
    void emptyCommandLineGivesDefaults() throws UsageException {
        RunRequest request = RunRequest.parse(List.of());
        assertThat(request.selection().preset()).isEmpty();
        assertThat(request.selection().rounds()).isZero();
        assertThat(request.order()).isEqualTo(Order.SIDE_BY_SIDE);
        assertThat(request.pin()).isEqualTo("same");
        assertThat(request.budget()).isNull();
        assertThat(request.results()).hasToString("results");
    }

    @Test
    void ownOptionsAcceptEqualsSign() throws UsageException {
        RunRequest request = parse("--budget=20m --order=jmh --seed=-5 --user-jar=a.jar --user-jar b.jar");
        assertThat(request.budget()).isEqualTo(Duration.ofMinutes(20));
        assertThat(request.order()).isEqualTo(Order.JMH);
        assertThat(request.own().seed).isEqualTo(-5);
        assertThat(request.own().userJars.paths).hasSize(2);
    }

    /** Catches a mistake that is answered with a stack trace, with JMH's usage text, or with a guess. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "--presett quick | there is no option '--presett'; did you mean '--preset'?",
                "--codec java | there is no option '--codec'; did you mean '--codecs'?",
                "-jvmArg -Xmx1g | there is no option '-jvmArg'; did you mean '-jvmArgs'?",
                "--pin both | --pin takes auto, same, none, not 'both'",
                "--order jhm | --order takes side-by-side, interleaved, jmh, not 'jhm'; did you mean 'jmh'?",
                "--sitting-forks 2 | --sitting-forks takes a number from 3, not 2: two cells join the groups",
                "--sitting-forks few | invalid value for option '--sitting-forks': 'few' is not an int",
                "--turn-iterations 0 | --turn-iterations takes a number from 1, not 0",
                "--order jmh --turn-iterations 5 | --turn-iterations needs --order side-by-side",
                "--order jmh --sitting-forks 5 | --sitting-forks needs --order side-by-side",
                "--budget 20 | --budget '20' is not a time: write 90s, 20m or 1.5h",
                "--until 10 | --until '10' is not a difference to resolve: write 10%, or another share from 1% to 100%",
                "--until 0% | --until '0%' is not a difference to resolve",
                "--seed x | invalid value for option '--seed': 'x' is not a long",
                "--preset | missing required parameter for option '--preset' (<name>)",
                "-f 0 | -f 0 would run all codecs in this process",
                "--order side-by-side -si false | -si false ends an iteration while its fork still waits for its turn: choose --order interleaved",
                "--order side-by-side -gc true | -gc true collects garbage while another fork has its turn: choose --order interleaved",
                "--order side-by-side -t 2 | -t and -tg run several threads in a fork",
                "--order side-by-side -tg 1,1 | -t and -tg run several threads in a fork",
                "--order side-by-side -prof gc | -prof starts profilers while another fork has its turn",
                "--order side-by-side -wf 1 | -wf runs warm-up forks, which take no turns",
                "--order side-by-side -to 10s | -to also counts the time in which a fork waits for its turn: choose --order interleaved",
                "-wm BULK | -wm BULK and -wmb warm up several benchmarks in one process",
                "-i many | cannot parse argument 'many'",
                "--resume there -f 2 | --resume uses the plan and the options of that run",
            })
    void mistakeIsOneSentence(String line, String message) {
        assertThatThrownBy(() -> parse(line))
                .isInstanceOf(UsageException.class)
                .hasMessageStartingWith(message)
                .hasMessageNotContaining("\n");
    }

    /** Catches a run that cannot be given a goal afterwards, or loses the limits it was planned with. */
    @Test
    void aRunThatGoesOnMayHaveOtherLimits() throws UsageException {
        RunPlan plan = new RunPlan(
                List.of(),
                new RunPlan.Times(1, 1, 1, 1, 1),
                "side-by-side",
                "same",
                List.of(),
                List.of(),
                60.0,
                null,
                0.2,
                7,
                null);
        RunInfo info = new RunMaker()
                .cell("encode java int", 1)
                .cell("encode kryo int", 1)
                .run()
                .info();
        info = info.with(plan, Map.of());
        assertThat(parse("--resume there").resumed(info)).isEqualTo(plan);
        assertThat(parse("--resume=there --until 5% --dry-run").resumed(info)).isEqualTo(plan.with(60.0, 0.05));
        assertThat(parse("--resume there --budget=20m").resumed(info)).isEqualTo(plan.with(1200.0, 0.2));
    }

    @Test
    void aGoalThatNothingCanReachIsRefused() {
        RunInfo info = new RunMaker().cell("encode java int", 1).run().info();
        assertThatThrownBy(() -> parse("--resume there --until 5%").resumed(info))
                .isInstanceOf(UsageException.class)
                .hasMessageStartingWith("--until needs two codecs or more");
    }

    /** Catches a parameter that JMH's parser takes and ours drops: all would be measured instead of the one asked for. */
    @Test
    void parametersAcceptEqualsSign() throws UsageException {
        Selection selection =
                parse("-p=codec=kryo --p=window=1,16 -p payload=int").selection();
        assertThat(selection.codecs()).containsExactly("kryo");
        assertThat(selection.payloads()).containsExactly("int");
        assertThat(selection.parameters().get("window")).containsExactly("1", "16");
    }

    private static RunRequest parse(String line) throws UsageException {
        return RunRequest.parse(Arrays.asList(line.split(" ")));
    }
}
