package dev.pipemark.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Catches a journal that loses finished forks, or hides that it is damaged. */
class RunFolderTest {
    private static final Cell CELL = Cell.of("encode", "kryo", "tree", Map.of());
    private static final String CHECK =
            Json.line(new JournalLine.CheckLine(new PairCheck("kryo", "tree", PairCheck.Fate.EXACT, "")));
    private static final String FORK = Json.line(new JournalLine.ForkLine(
            new Fork(CELL, 1, 1, "avgt", "ns/op", List.of(1.5), ForkNote.EMPTY, Instant.EPOCH, 3, null)));
    private static final String FAILED = Json.line(new JournalLine.ForkLine(
            new Fork(CELL, 2, 2, "avgt", "ns/op", List.of(), ForkNote.EMPTY, Instant.EPOCH, 3, "größer")));
    private static final String END = Json.line(new JournalLine.EndLine(new RunEnd("complete", 9, Map.of())));

    @TempDir
    Path dir;

    @BeforeEach
    void plan() throws IOException {
        Json.writeInfo(
                new RunInfo(
                        "id",
                        "quick",
                        List.of(),
                        1,
                        2,
                        3,
                        Instant.EPOCH,
                        Map.of(),
                        Map.of(),
                        Map.of(),
                        List.of(),
                        List.of(),
                        List.of(CELL),
                        List.of()),
                dir.resolve(RunFolder.INFO));
    }

    /** Catches a codec that is ranked by its correct forks although one was wrong. */
    @Test
    void oneWrongValueFailsTheCellAndMarksThePair() {
        Map<String, String> wrong = Map.of(ForkNote.WRONG_VALUE, "yes");
        Run run = new RunMaker()
                .check("kryo", "int", PairCheck.Fate.EXACT, "")
                .cell("encode kryo int", 1.0, 1.1)
                .failure("encode kryo int", "1 arrives as 2", wrong)
                .cell("decode kryo int", 1.0)
                .run();

        assertThat(run.outcomes().values())
                .first()
                .isEqualTo(new Outcome.Failed("wrong value in fork 3: 1 arrives as 2"));
        assertThat(run.outcomes().values()).last().isInstanceOf(Outcome.Measured.class);
        assertThat(run.pairs().get("kryo int"))
                .isEqualTo(new PairCheck(
                        "kryo", "int", PairCheck.Fate.DIFFERENT, "encode: wrong value in fork 3: 1 arrives as 2"));
    }

    @Test
    void aWholeRunIsRead() throws Exception {
        journal(CHECK + "\n" + FORK + "\n" + FAILED + "\n" + END + "\n");
        Run run = RunFolder.read(dir);
        assertThat(run.checks()).hasSize(1);
        assertThat(run.forks()).hasSize(2);
        assertThat(run.end().reason()).isEqualTo("complete");
        assertThat(run.outcomes()).containsEntry(CELL, new Outcome.Measured(1, 2, List.of("round 2: größer")));
    }

    @Test
    void aLastLineThatWasCutShortIsLeftOut() throws Exception {
        byte[] last = FAILED.getBytes(StandardCharsets.UTF_8);
        for (int cut = 0; cut < last.length; cut++) {
            journal(FORK + "\n");
            Files.write(
                    dir.resolve(RunFolder.JOURNAL),
                    java.util.Arrays.copyOf(last, cut),
                    java.nio.file.StandardOpenOption.APPEND);
            assertThat(RunFolder.read(dir).forks()).as("cut at %d", cut).hasSize(1);
        }
    }

    @Test
    void aLastLineThatLacksOnlyItsEndIsKept() throws Exception {
        journal(FORK + "\n" + FAILED);
        assertThat(RunFolder.read(dir).forks()).hasSize(2);
    }

    @Test
    void damageIsReportedWithFileAndLine() throws Exception {
        journal(CHECK + "\n" + FORK.substring(0, 20) + "\n" + FORK + "\n");
        assertThatThrownBy(() -> RunFolder.read(dir))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("journal.jsonl, line 2: ");
    }

    @Test
    void aResumedRunIsUnfinished() throws Exception {
        journal(FORK + "\n" + END + "\n" + FAILED + "\n");
        assertThat(RunFolder.read(dir).end()).isEqualTo(RunEnd.UNFINISHED);
    }

    @Test
    void aRunWithoutAJournalHasOnlyItsPlan() throws Exception {
        assertThat(RunFolder.read(dir).outcomes()).containsEntry(CELL, new Outcome.NotReached("unfinished"));
    }

    @Test
    void aFolderWithoutARunIsRefusedWithAdvice() {
        assertThatThrownBy(() -> RunFolder.read(dir.resolve("nowhere")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no run.json")
                .hasMessageContaining("give the folder of one run");
    }

    /** Catches a published run that no report can be made of. */
    @Test
    void aPackedJournalIsReadLikeAPlainOne() throws Exception {
        journal(CHECK + "\n" + FORK + "\n" + END + "\n");
        Run plain = RunFolder.read(dir);
        pack();
        assertThat(RunFolder.begun(dir)).isTrue();
        assertThat(RunFolder.read(dir)).isEqualTo(plain);
    }

    /** Catches a run that is resumed from a packed journal and loses its results. */
    @Test
    void aRunWithAPackedJournalIsResumed() throws Exception {
        journal(FORK + "\n");
        pack();
        try (Journal journal = Journal.open(dir)) {
            journal.add(Json.readLine(FAILED));
        }
        assertThat(RunFolder.read(dir).forks()).hasSize(2);
    }

    @Test
    void damageOfAPackedJournalIsReported() throws Exception {
        journal(FORK + "\n");
        pack();
        Path packed = dir.resolve("journal.jsonl.gz");
        byte[] whole = Files.readAllBytes(packed);
        Files.write(packed, java.util.Arrays.copyOf(whole, whole.length / 2));
        assertThatThrownBy(() -> RunFolder.read(dir))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("journal.jsonl.gz cannot be unpacked");
    }

    private void pack() throws IOException {
        Path journal = dir.resolve(RunFolder.JOURNAL);
        try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(dir.resolve("journal.jsonl.gz")))) {
            Files.copy(journal, out);
        }
        Files.delete(journal);
    }

    private void journal(String text) throws IOException {
        Files.writeString(dir.resolve(RunFolder.JOURNAL), text);
    }
}
