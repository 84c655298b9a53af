package dev.pipemark.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.pipemark.api.WireFormat;
import dev.pipemark.catalog.Catalog;
import dev.pipemark.conformance.Impostor;
import dev.pipemark.conformance.Impostor.Fault;
import dev.pipemark.worker.Refusal.Stage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Catches a worker in another language whose death, hang or damaged message has no reason, or is accepted as an answer. */
final class ForeignWorkerTest {
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final byte[] VALUE = "{\"id\":1}".getBytes(StandardCharsets.UTF_8);
    private static final byte[] GARBAGE = "{oops".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    private final Catalog catalog = Catalog.load(Catalog.class.getClassLoader());

    @SuppressWarnings("unchecked") // its values go only to coders of the same payload
    private final Maker<Object> maker = (Maker<Object>) Maker.of(catalog, "double");

    @Test
    void valueIsDescribedAndSentBack() throws IOException {
        try (Worker worker = start(Fault.NONE, LONG)) {
            assertThat(worker.hello())
                    .isEqualTo(new Hello("json", "", worker.process().pid(), "Java in disguise", "jackson"));
            Examiner examiner = new Examiner(worker);
            assertThat(examiner.describe(VALUE)).isEqualTo("{text:\"id\":int:1}");
            assertThat(examiner.echo(VALUE)).isEqualTo(VALUE);
            examiner.open("whatever");
        }
    }

    @Test
    void refusalHasItsStageAndTheWorkerContinues() throws IOException {
        try (Worker worker = start(Fault.NONE, LONG)) {
            worker.hello();
            Examiner examiner = new Examiner(worker);
            for (int i = 0; i < 2; i++) {
                assertThat(catchThrowableOfType(WorkerException.Refused.class, () -> examiner.describe(GARBAGE))
                                .refusal()
                                .stage())
                        .isEqualTo(Stage.DECODE);
            }
            assertThat(catchThrowableOfType(WorkerException.Refused.class, () -> examiner.sizes(1))
                            .refusal()
                            .stage())
                    .isEqualTo(Stage.PROTOCOL);
            assertThat(examiner.echo(VALUE)).isEqualTo(VALUE);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DIES_ON_GARBAGE | Died | the foreign worker ended with exit code 3",
                "HANGS_ON_GARBAGE | Hung | no answer within 4 s; the worker was killed",
                "PRINTS | Confused | something other than frames was written to the pipe",
                "OTHER_FORMAT | Confused | was started for the format json and greets with yaml",
                "OLD_VERSION | Confused | the worker speaks protocol version 3 and this process 4",
                "WRONG_MAGIC | Confused | the worker's greeting begins with 0x12345678",
                "NEVER_GREETS | Hung | no answer within 4 s; the worker was killed",
            })
    void failureNamesItsCause(Fault fault, String kind, String message) throws IOException {
        try (Worker worker = start(fault, kind.equals("Hung") ? Duration.ofSeconds(4) : LONG)) {
            assertThatThrownBy(() -> {
                        worker.hello();
                        new Examiner(worker).echo(GARBAGE);
                    })
                    .hasMessageContaining(message)
                    .satisfies(thrown ->
                            assertThat(thrown.getClass().getSimpleName()).isEqualTo(kind));
        }
    }

    /** Catches a missing format that is reported as a crash. */
    @Test
    void missingLibraryIsReportedInTheWorkersWords() throws IOException {
        try (Worker worker =
                Worker.foreign(List.of(launcher(Fault.NONE)), WireFormat.MSGPACK, folder.resolve("logs"), LONG)) {
            assertThatThrownBy(worker::hello)
                    .isInstanceOf(WorkerException.Died.class)
                    .hasMessageContaining("exit code 71: it cannot serve this format")
                    .hasMessageEndingWith("no library for msgpack: install one");
        }
    }

    /** Catches a rate that counts messages that were not decoded. */
    @Test
    void acknowledgementsThatDoNotAddUpAreAFailure() throws Exception {
        try (Worker worker = start(Fault.WRONG_TOTALS, LONG)) {
            worker.hello();
            Caller<Object> caller = caller(worker);
            assertThatThrownBy(() -> {
                        for (int i = 0; i < 100; i++) {
                            caller.post(maker.create(i), 4);
                        }
                        caller.settle();
                    })
                    .isInstanceOf(WorkerException.Confused.class)
                    .hasMessageContaining("the worker has acknowledged");
        }
    }

    @Test
    void streamAndCheckedCallsReachTheWorker() throws Exception {
        try (Worker worker = start(Fault.NONE, LONG)) {
            worker.hello();
            Caller<Object> caller = caller(worker);
            for (int i = 0; i < 100; i++) {
                caller.post(maker.create(i), 8);
            }
            caller.settle();
            assertThat(caller.check(8, maker::create, i -> i, maker)).isEmpty();
            assertThat(caller.usage().cpuNanos()).isPositive();
        }
    }

    /** Catches a value that the worker changes and no side compares. */
    @Test
    void changedValueIsADifference() throws Exception {
        try (Worker worker = start(Fault.FORGETS_FRACTIONS, LONG)) {
            worker.hello();
            assertThat(caller(worker).check(maker.create(1), 1, maker)).isPresent();
        }
    }

    @Test
    void workersOfTheSuiteRefuseToDescribe() throws IOException {
        WorkerSettings settings = new WorkerSettings(QuickStart.path(), QuickStart.packed("-Xmx64m"), folder, LONG);
        try (Worker worker = Worker.start(settings, "jackson-json", null)) {
            worker.hello();
            assertThat(catchThrowableOfType(WorkerException.Refused.class, () -> new Examiner(worker).describe(VALUE))
                            .refusal()
                            .stage())
                    .isEqualTo(Stage.PROTOCOL);
        }
    }

    private Worker start(Fault fault, Duration deadline) throws IOException {
        return Worker.foreign(List.of(launcher(fault)), WireFormat.JSON, folder.resolve("logs"), deadline);
    }

    private String launcher(Fault fault) throws IOException {
        return Impostor.launcher(folder, fault).toString();
    }

    private Caller<Object> caller(Worker worker) throws Exception {
        return Caller.foreign(worker, catalog.codec("jackson-json"), maker.payload());
    }
}
