package dev.pipemark.pool;

import static dev.pipemark.pool.PoolVillains.acts;
import static dev.pipemark.pool.PoolVillains.failure;
import static dev.pipemark.pool.PoolVillains.get;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pipemark.api.Shape;
import dev.pipemark.pool.PoolVillains.Cargo;
import dev.pipemark.pool.PoolVillains.Kind;
import dev.pipemark.pool.PoolVillains.Place;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Catches a value that cannot be sent and that costs more than its task, or whose failure does not name it. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class PoolTravelTest {
    private static final Shape<Cargo> CARGO = Shape.of(Cargo.class, Place.class, Kind.class);
    private static final Shape<String> TEXT = Shape.of(String.class);
    private static final Shape<Integer> NUMBER = Shape.of(Integer.class);

    private static Pool pool;

    @BeforeAll
    static void open() throws IOException {
        pool = PoolVillains.plain("java", 1).open();
    }

    @AfterAll
    static void end() {
        // terminate() and not close(): if a task never ends, a test has failed, and the other tests must still report.
        pool.terminate();
    }

    static Stream<org.junit.jupiter.params.provider.Arguments> cargoes() {
        return Arrays.stream(Place.values())
                .flatMap(place -> Arrays.stream(Kind.values())
                        .map(kind -> org.junit.jupiter.params.provider.Arguments.of(place, kind)));
    }

    @ParameterizedTest
    @MethodSource("cargoes")
    void failingValueFailsItsTaskAndKeepsTheWorker(Place place, Kind kind) throws Exception {
        // An error may affect a whole pool, so other rows use another one.
        Pool shared = kind == Kind.ERROR ? PoolVillains.pool("java", 1).open() : pool;
        try {
            Job<String, String> acts = acts(shared);
            Job<Cargo, Cargo> job = shared.named(Named.method(PoolVillains.class, "pass"), CARGO, CARGO);
            String pid = get(acts.submit("pid"));
            CompletableFuture<String> before = acts.submit("slowly a");
            CompletableFuture<Cargo> lost = job.submit(new Cargo(place, kind));
            CompletableFuture<String> after = acts.submit("echo b");
            TravelException why = travel(lost);
            boolean here = place == Place.PARENT_ENCODES || place == Place.PARENT_DECODES;
            assertThat(why.where()).isEqualTo(here ? TravelException.HERE : "worker " + pid);
            assertThat(why.what())
                    .endsWith(place == Place.PARENT_ENCODES || place == Place.WORKER_DECODES ? "argument" : "result");
            boolean encodes = place == Place.PARENT_ENCODES || place == Place.WORKER_ENCODES;
            assertThat(why)
                    .hasMessageStartingWith(why.what() + " could not be " + (encodes ? "encoded" : "decoded") + " in "
                            + why.where() + ": ")
                    .hasMessageContaining(kind == Kind.OVERFLOW ? "StackOverflowError" : "the cargo has shifted");
            if (here && kind == Kind.GROUNDLESS) {
                // The cause cannot be printed, and would break the printing of its wrapper.
                assertThat(why).hasNoCause();
            } else if (here) {
                assertThat(why).hasCauseInstanceOf(Throwable.class);
            } else {
                assertThat(why.remoteStack()).contains("PoolVillains$Kind.strike");
            }
            assertThat(get(before) + get(after)).isEqualTo("ab");
            assertThat(get(acts.submit("pid"))).isEqualTo(pid);
        } finally {
            if (shared != pool) {
                shared.terminate();
            }
        }
    }

    private static TravelException travel(CompletableFuture<?> future) throws Exception {
        return assertThat(failure(future))
                .asInstanceOf(InstanceOfAssertFactories.type(TravelException.class))
                .actual();
    }

    @Test
    void resultLargerThanFrameFailsOnlyItsTask() throws Exception {
        Job<String, String> job = acts(pool);
        CompletableFuture<String> large = job.submit("large");
        CompletableFuture<String> next = job.submit("echo next");
        assertThat(travel(large))
                .hasMessageContaining("the result could not be encoded")
                .hasMessageContaining("limit");
        assertThat(get(next)).isEqualTo("next");
    }

    @Test
    void argumentLargerThanWorkerFrameFailsOnlyItsTask() throws Exception {
        Job<String, String> job = acts(pool);
        CompletableFuture<String> large = job.submit("echo " + "x".repeat(17 << 20));
        assertThat(failure(large)).isInstanceOf(PoolException.class).hasMessageContaining("limit");
        assertThat(get(acts(pool).submit("echo next"))).isEqualTo("next");
    }

    @Test
    void wrongNumberOfArgumentsFailsTask() throws Exception {
        Job<Arguments, String> job =
                pool.job((count, word) -> word.repeat(count), NUMBER, TEXT, TEXT, PoolTravelTest.class);
        for (Arguments wrong : List.of(Arguments.of(1), Arguments.of(1, "a", "b"))) {
            assertThat(travel(job.submit(wrong)))
                    .hasMessageContaining("the arguments")
                    .hasMessageContaining("the job takes 2 arguments");
        }
        assertThat(get(job.submit(Arguments.of(2, "a")))).isEqualTo("aa");
    }

    @Test
    void failingSecondArgumentIsNamed() throws Exception {
        Job<Arguments, String> job = pool.job(
                (first, cargo, last) -> first + cargo.getClass() + last, TEXT, CARGO, TEXT, TEXT, PoolTravelTest.class);
        assertThat(travel(job.submit(Arguments.of("a", new Cargo(Place.PARENT_ENCODES, Kind.EXCEPTION), "b"))))
                .hasMessageContaining("argument 2 of 3 could not be encoded in this process");
        assertThat(travel(job.submit(Arguments.of("a", new Cargo(Place.WORKER_DECODES, Kind.EXCEPTION), "b"))))
                .hasMessageContaining("could not be decoded in worker")
                .hasMessageContaining("the cargo has shifted");
    }

    /** The arguments after the failed one must still be read, or the pool would fail for another reason. */
    @Test
    void failingFirstArgumentIsNamed() throws Exception {
        try (Pool own = PoolVillains.pool("jackson-json", 1).open()) {
            Named last = Named.method(PoolTravelTest.class, "last");
            Job<Arguments, String> job = own.named(last, List.of(Shape.of(Picky.class), TEXT, NUMBER), TEXT);
            assertThat(get(job.submit(Arguments.of(new Picky(1), "b", 2)))).isEqualTo("2");
            assertThat(travel(job.submit(Arguments.of(new Picky(13), "b", 2))))
                    .hasMessageContaining("no 13 in workers");
        }
    }

    public static String last(Picky first, String second, int third) {
        return Integer.toString(third);
    }

    /** A value that cannot be created in a worker. */
    public record Picky(int number) {
        public Picky {
            if (number == 13 && System.getProperty("pipemark.side") != null) {
                throw new IllegalArgumentException("no 13 in workers");
            }
        }
    }

    @Test
    void functionMissingInWorkerFailsTask() throws Exception {
        String without = Arrays.stream(Objects.requireNonNull(System.getProperty("java.class.path"))
                        .split(File.pathSeparator, -1))
                .filter(entry -> !Path.of(entry).toAbsolutePath().equals(home()))
                .collect(Collectors.joining(File.pathSeparator));
        try (Pool own = PoolVillains.plain("java", 1).classPath(without).open()) {
            assertThat(travel(acts(own).submit("echo a")))
                    .hasMessageContaining("the job could not be set up in worker")
                    .hasMessageContaining("dev.pipemark.pool.PoolVillains");
            Job<String, String> shipped = own.job(text -> text + "!", TEXT, TEXT, PoolTravelTest.class);
            assertThat(travel(shipped.submit("a"))).hasMessageContaining("dev.pipemark.pool.PoolTravelTest");
            Job<Work0<String>, String> functions = own.functions(TEXT);
            assertThat(travel(functions.submit(() -> "a"))).hasMessageContaining("dev.pipemark.pool.PoolTravelTest");
            Job<String, Integer> known = own.named(new Named("java.lang.Integer", "parseInt", List.of()), TEXT, NUMBER);
            assertThat(get(known.submit("42"))).isEqualTo(42);
        }
    }

    private static Path home() {
        try {
            return Path.of(PoolTravelTest.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (java.net.URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A definition that cannot be sent must be refused before workers are started for it. */
    @ParameterizedTest
    @ValueSource(ints = {10, 70_000})
    void settingOfAnyLengthReachesWorker(int length) throws Exception {
        try (Pool own = PoolVillains.pool("java", 1).open()) {
            Job<String, String> job = own.named(Named.instance(PoolTest.Prefix.class, "x".repeat(length)), TEXT, TEXT);
            CompletableFuture<String> future = job.submit("!");
            try {
                assertThat(get(future)).hasSize(length + 1);
            } finally {
                own.terminate();
            }
        }
    }
}
