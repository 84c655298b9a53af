package dev.pipemark.remedies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pipemark.bench.control.RemedyBenchmark;
import dev.pipemark.remedies.Remedy.Roundtrip;
import dev.pipemark.remedies.Remedy.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openjdk.jmh.annotations.Param;

/** Catches advice that does not work: runs each remedy across real processes. */
final class RemediesTest {
    @TempDir
    static Path folder;

    /** What each remedy has shown, by its id. Each runs once for all tests. */
    private static final Map<String, Shown> SHOWN = new HashMap<>();

    /**
     * A demonstration.
     *
     * @param left the child processes that it left behind
     */
    private record Shown(List<Step> steps, Set<Long> left) {}

    static List<String> ids() {
        return Remedies.all().stream().map(Remedy::id).toList();
    }

    private static Remedy named(String id) {
        return Remedies.all().stream()
                .filter(remedy -> remedy.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Shown shown(Remedy remedy) throws Exception {
        Shown shown = SHOWN.get(remedy.id());
        if (shown == null) {
            Set<Long> before = children();
            List<Step> steps = remedy.demonstrate(folder);
            Set<Long> left = children();
            left.removeAll(before);
            shown = new Shown(steps, left);
            SHOWN.put(remedy.id(), shown);
        }
        return shown;
    }

    private static List<String> seen(String id) throws Exception {
        return shown(named(id)).steps().stream().map(Step::saw).toList();
    }

    /** Catches two remedies with one id, or one without a problem that it solves. */
    @Test
    void remediesHaveIdsAndExplanations() {
        assertThat(ids()).doesNotHaveDuplicates().allMatch(id -> id.matches("[a-z]+(-[a-z]+)*"));
        assertThat(Remedies.all()).allSatisfy(remedy -> {
            assertThat(remedy.title()).isNotBlank();
            assertThat(remedy.problem()).isNotBlank();
        });
    }

    /**
     * Catches a remedy that fails on this Java, one that does not show the mistake, and a child process that outlives
     * its demonstration.
     */
    @ParameterizedTest
    @MethodSource("ids")
    void remedyWorks(String id) throws Exception {
        Shown shown = shown(named(id));
        List<Step> steps = shown.steps();
        assertThat(shown.left()).as("processes left behind").isEmpty();
        assertThat(steps).allSatisfy(step -> {
            assertThat(step.did()).matches("(wrong|right): .+");
            assertThat(step.saw()).isNotBlank();
            assertThat(step.saw().lines()).hasSize(1);
        });
        assertThat(steps).anyMatch(step -> step.did().startsWith("wrong: "));
        boolean works = !id.equals("not-a-remedy");
        assertThat(steps.stream().anyMatch(step -> step.did().startsWith("right: ")))
                .isEqualTo(works);
    }

    private static Set<Long> children() {
        Set<Long> pids = new HashSet<>();
        ProcessHandle.current().children().filter(ProcessHandle::isAlive).forEach(child -> pids.add(child.pid()));
        return pids;
    }

    /**
     * Catches a page that is outdated. {@code docs/remedies.md} quotes the transcripts literally. The test writes the
     * expected page to {@code target/remedies.md}.
     */
    @Test
    void pageQuotesTranscripts() throws Exception {
        StringBuilder page = new StringBuilder("""
                # When a value will not travel

                Each remedy is a small program that runs across real processes. It shows the mistake and the right way. This page quotes each
                step and its result from a run. The sources are in
                [`dev.pipemark.remedies`](../src/main/java/dev/pipemark/remedies).

                `scripts/bench remedy --preset standard -f 3` measures what the remedies cost in time and bytes: [these are the
                results](../results/remedies/report.md). A remedy that starts another process also costs the time to
                the first reply of this process (`scripts/bench firstReply`).
                """);
        for (Remedy remedy : Remedies.all()) {
            String type = remedy.getClass().getSimpleName();
            page.append("\n## ").append(remedy.title()).append("\n\nSymptom: ").append(remedy.problem());
            page.append(".\n\nSource: [`").append(type).append("`](../src/main/java/dev/pipemark/remedies/");
            page.append(type).append(".java)\n\n| | step | result |\n| --- | --- | --- |\n");
            for (Step step : shown(remedy).steps()) {
                String[] did = step.did().split(": ", 2);
                page.append("| ").append(did[0]).append(" | ").append(did[1]).append(" | `");
                page.append(step.saw().replace("|", "\\|").replace('`', '\'')).append("` |\n");
            }
        }
        Files.createDirectories(Path.of("target"));
        Files.writeString(Path.of("target", "remedies.md"), page);
        assertThat(Path.of("docs", "remedies.md")).hasContent(page.toString());
    }

    /** Catches a file lock that does not exclude the other process, or that outlives its process. */
    @Test
    void fileLockExcludesOtherProcess() throws Exception {
        assertThat(seen("own-process"))
                .containsSubsequence(
                        "tryLock() returned a lock", "tryLock() returned null", "tryLock() returned a lock");
    }

    /** Catches a Java in which a sent lock excludes another thread: the advice would have to change. */
    @Test
    void sentLockExcludesNobody() throws Exception {
        assertThat(seen("not-a-remedy"))
                .containsExactly(
                        "arrived locked: false, tryLock(): true",
                        "arrived locked: false, tryLock(): true",
                        "held here: true");
    }

    /** Catches an initializer that runs for each task. */
    @Test
    void initializerRunsOncePerWorker() throws Exception {
        assertThat(seen("once-per-worker"))
                .containsExactly("epsilon, lists made: 5", "ready", "epsilon, lists made: 1");
    }

    /** Catches a refusal that does not name the class, which readers search for. */
    @Test
    void refusalNamesClass() throws Exception {
        assertThat(seen("stronger-codec"))
                .contains(
                        "java.io.NotSerializableException: " + StrongerCodec.Rates.class.getName(),
                        "java.io.NotSerializableException: java.lang.Thread");
        assertThat(seen("leave-out"))
                .contains(
                        "java.io.NotSerializableException: java.lang.Object",
                        "java.io.NotSerializableException: java.io.RandomAccessFile");
    }

    /** Catches a variant that cannot be carried, or whose size varies. */
    @Test
    void variantsHaveStableSizes() throws Exception {
        for (Map.Entry<String, Roundtrip> variant : Remedies.roundtrips().entrySet()) {
            int bytes = variant.getValue().once();
            assertThat(bytes).as(variant.getKey()).isPositive();
            assertThat(variant.getValue().once()).as(variant.getKey()).isEqualTo(bytes);
        }
    }

    /** Catches a variant that is never timed, and a JMH parameter that is not a variant. */
    @Test
    void benchmarkListsEveryVariant() throws NoSuchFieldException {
        Param listed = RemedyBenchmark.Remedied.class.getField("variant").getAnnotation(Param.class);
        assertThat(listed.value())
                .containsExactlyElementsOf(Remedies.roundtrips().keySet());
    }

    /** Catches a transcript that accepts any outcome: then no other test here could fail. */
    @Test
    void brokenPromiseFails() {
        Transcript transcript = new Transcript();
        assertThatThrownBy(() -> transcript.shows("right: add", "2", "3"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("'3'");
        assertThatThrownBy(() -> transcript.refuses("wrong: add", IOException.class, () -> 2))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("nothing was refused");
        assertThatThrownBy(() -> transcript.refuses("wrong: add", IOException.class, () -> {
                    throw new ArithmeticException("other");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("other");
        assertThatThrownBy(() -> transcript.wasRefused("wrong: add", IOException.class, "3"))
                .isInstanceOf(IllegalStateException.class);
        assertThat(transcript.steps()).isEmpty();
    }

    /** Ends its process instead of answering. */
    static final class Ending implements Role {
        @Override
        public String answer(byte[] message) {
            Runtime.getRuntime().halt(3);
            return "still there";
        }
    }

    /** Catches a demonstration that waits for ever or reports nothing when its child dies. */
    @Test
    void deadChildFails() throws Exception {
        try (Child child = Child.start(folder, Ending.class)) {
            assertThatThrownBy(() -> child.ask("end"))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("without an answer");
        }
    }
}
