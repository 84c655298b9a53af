package dev.pipemark.pool;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pipemark.worker.WorkerSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * Catches in seconds what {@code scripts/soak} catches with a million tasks. Also catches a soak that notices nothing.
 */
final class PoolSoakTest {
    @TempDir
    Path folder;

    /** Runs in its own process, so that resources of other tests are not counted. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void everyTaskIsCompletedOnceAndNothingLeaks() throws Exception {
        Path log = folder.resolve("soak.log");
        Path errors = folder.resolve("errors.log");
        Process soak = new ProcessBuilder(
                        WorkerSettings.ownLauncher(),
                        "-Xms128m",
                        "-Xmx128m",
                        "-XX:+AlwaysPreTouch",
                        "-cp",
                        System.getProperty("java.class.path"),
                        PoolSoak.class.getName(),
                        "20000",
                        "2",
                        "300",
                        "kryo-graph",
                        "100")
                .redirectError(errors.toFile())
                .redirectOutput(log.toFile())
                .start();
        try {
            boolean ended = soak.waitFor(150, TimeUnit.SECONDS);

            String said = Files.readString(log);
            assertThat(ended).as("it ended; it said: " + said).isTrue();
            assertThat(soak.exitValue()).as(said + Files.readString(errors)).isZero();
            assertThat(said)
                    .contains("soak: 20,000 tasks, 2 workers", "each task was told once")
                    .doesNotContain("VIOLATED")
                    .matches("(?s).*\nkills +[1-9].*")
                    .matches("(?s).*\nheap in use .*");
            assertThat(said.lines()).allMatch(line -> line.length() <= 80);
        } finally {
            soak.descendants().forEach(ProcessHandle::destroyForcibly);
            soak.destroyForcibly();
        }
    }

    private static TaskOutcome<Long> right(long task) {
        return new TaskOutcome<>(task, PoolSoak.result(task), null);
    }

    @Test
    void correctOutcomeIsNotAViolation() {
        PoolSoak.Tally tally = new PoolSoak.Tally(3);
        tally.add(2, right(2));
        tally.add(0, new TaskOutcome<>(0, null, new WorkerDiedException(7, "gone")));
        tally.add(1, new TaskOutcome<>(1, null, new WorkerDiedException(7, "gone")));

        assertThat(tally.violations()).isEmpty();
        assertThat(List.of(tally.notices(), tally.worst())).containsExactly(2, 2);
    }

    @Test
    void wrongOutcomesAreViolations() {
        PoolSoak.Tally tally = new PoolSoak.Tally(5);
        tally.add(0, right(0));
        tally.add(0, right(0));
        tally.add(1, right(2));
        tally.add(2, new TaskOutcome<>(2, null, null));
        tally.add(3, new TaskOutcome<>(3, null, new PoolClosedException("shut")));
        tally.add(5, right(5));

        assertThat(tally.violations())
                .containsExactly(
                        "a second outcome of task 0",
                        "task 1 returned " + PoolSoak.result(2) + " instead of " + PoolSoak.result(1),
                        "task 2 returned null instead of " + PoolSoak.result(2),
                        "task 3 failed: dev.pipemark.pool.PoolClosedException: shut",
                        "an outcome of unknown task 5",
                        "1 tasks without an outcome, first task 4");
    }

    /** Catches a comparison that misses one of the three resources. */
    @Test
    void leaksAreViolations() {
        PoolSoak.Held before = new PoolSoak.Held(10, 20, 0);

        assertThat(before.within(before)).isTrue();
        assertThat(new PoolSoak.Held(11, 20, 0).within(before)).isFalse();
        assertThat(new PoolSoak.Held(10, 21, 0).within(before)).isFalse();
        assertThat(new PoolSoak.Held(10, 20, 1).within(before)).isFalse();
    }
}
