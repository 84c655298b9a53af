package dev.pipemark.pool;

import static dev.pipemark.pool.PoolVillains.acts;
import static dev.pipemark.pool.PoolVillains.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.pipemark.api.Shape;
import dev.pipemark.api.TypeOf;
import dev.pipemark.api.UnsupportedShapeException;
import dev.pipemark.worker.Usage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Catches results that are lost, swapped or duplicated, and jobs that run the wrong function. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class PoolTest {
    private static final Shape<String> TEXT = Shape.of(String.class);
    private static final Shape<Integer> NUMBER = Shape.of(Integer.class);
    private static final Shape<List<Integer>> NUMBERS =
            Shape.of(new TypeOf<List<Integer>>() {}, ArrayList.class, Integer.class);

    private static Pool pool;

    @BeforeAll
    static void open() throws IOException {
        pool = PoolVillains.pool("java", 2).open();
    }

    @AfterAll
    static void end() {
        // terminate() and not close(): if a task never ends, a test has failed, and the other tests must still report.
        pool.terminate();
    }

    private static Job<Integer, Integer> doubling() throws Exception {
        return pool.job(number -> 2 * number, NUMBER, NUMBER, PoolTest.class);
    }

    private static List<Integer> numbers(int count) {
        return IntStream.range(0, count).boxed().toList();
    }

    @Test
    void submitReturnsResult() throws Exception {
        assertThat(get(doubling().submit(21))).isEqualTo(42);
    }

    @Test
    void nullIsAResult() throws Exception {
        Job<String, String> job = acts(pool);
        assertThat(get(job.submit("nothing"))).isNull();
        assertThat(job.map(List.of("nothing", "echo a", "nothing"))).containsExactly(null, "a", null);
    }

    @Test
    void mapOfEmptyListIsEmpty() throws Exception {
        assertThat(doubling().map(List.of())).isEmpty();
        assertThat(doubling().mapUnordered(List.of()).hasNext()).isFalse();
        assertThat(doubling().stream(Collections.emptyIterator()).hasNext()).isFalse();
    }

    @Test
    void mapKeepsOrderOfArguments() throws Exception {
        Job<String, String> job = acts(pool).chunk(1);
        try (PoolGate first = new PoolGate();
                PoolGate second = new PoolGate();
                PoolGate third = new PoolGate()) {
            Future<List<String>> all = inBackground(() -> job.map(List.of(first.deed(), second.deed(), third.deed())));
            first.awaitArrival();
            second.awaitArrival();
            second.open();
            // Both workers were taken: the third task has begun, so the second is done.
            third.awaitArrival();
            first.open();
            third.open();
            assertThat(all.get(30, TimeUnit.SECONDS)).containsExactly(first.name(), second.name(), third.name());
        }
    }

    @Test
    void mapUnorderedReturnsFinishedResultsFirst() throws Exception {
        try (PoolGate gate = new PoolGate()) {
            Results<String> results = acts(pool).mapUnordered(List.of(gate.deed(), "echo b"));
            assertThat(results.next()).isEqualTo(new TaskOutcome<>(1, "b", null));
            gate.open();
            assertThat(results.next()).isEqualTo(new TaskOutcome<>(0, gate.name(), null));
            assertThat(results.hasNext()).isFalse();
        }
    }

    @Test
    void mapThrowsFirstFailureAfterAllTasksRan() throws Exception {
        Job<String, String> job = acts(pool);
        assertThatThrownBy(() -> job.map(List.of("echo a", "overdraw 7", "overdraw 8", "echo b")))
                .isInstanceOf(TaskException.class)
                .hasMessageContaining("overdrawn by 7");
        Results<String> results = job.mapUnordered(List.of("echo a", "overdraw 7", "echo b"));
        Set<Object> told = new HashSet<>();
        while (results.hasNext()) {
            TaskOutcome<String> outcome = results.next();
            told.add(outcome.failure() == null ? String.valueOf(outcome.get()) : outcome.index());
        }
        assertThat(told).containsExactlyInAnyOrder("a", 1L, "b");
    }

    @ParameterizedTest
    @CsvSource({"0, 17, 3", "0, 16, 2", "0, 5, 1", "5, 17, 5", "1, 17, 1"})
    void tasksAreSentInChunks(int chosen, int tasks, int chunk) throws Exception {
        Job<String, String> job = chosen == 0 ? acts(pool) : acts(pool).chunk(chosen);
        try (PoolGate gate = new PoolGate()) {
            List<String> deeds = new ArrayList<>(List.of(gate.deed()));
            IntStream.range(1, tasks).forEach(i -> deeds.add("slowly " + i));
            Results<String> results = job.mapUnordered(deeds);
            // One worker waits at the gate with its chunk. The other does the rest.
            Set<Long> free = new HashSet<>();
            for (int i = chunk; i < tasks; i++) {
                free.add(results.next().index());
            }
            assertThat(free)
                    .doesNotContainAnyElementsOf(
                            IntStream.range(0, chunk).asLongStream().boxed().toList());
            gate.open();
            for (int i = 0; i < chunk; i++) {
                free.add(results.next().index());
            }
            assertThat(free).hasSize(tasks);
            assertThat(results.hasNext()).isFalse();
        }
    }

    @Test
    void hundredThousandSingleTasksSucceed() throws Exception {
        List<Integer> numbers = numbers(100_000);
        List<Integer> doubled = numbers.stream().map(number -> 2 * number).toList();
        assertThat(doubling().chunk(1).map(numbers)).isEqualTo(doubled);
        Job<Integer, Integer> job = doubling();
        List<CompletableFuture<Integer>> futures =
                numbers.stream().limit(20_000).map(job::submit).toList();
        List<Integer> results = new ArrayList<>();
        for (CompletableFuture<Integer> future : futures) {
            results.add(get(future));
        }
        assertThat(results).isEqualTo(doubled.subList(0, 20_000));
    }

    @Test
    void concurrentJobsKeepTheirResultsApart() throws Exception {
        Job<Integer, Integer> doubling = doubling();
        Job<Integer, String> naming = pool.job(number -> "number " + number, NUMBER, TEXT, PoolTest.class);
        List<Future<Boolean>> threads = new ArrayList<>();
        for (int thread = 0; thread < 6; thread++) {
            int from = 1_000 * thread;
            threads.add(inBackground(() -> {
                List<CompletableFuture<Integer>> doubled = new ArrayList<>();
                List<CompletableFuture<String>> named = new ArrayList<>();
                for (int i = from; i < from + 1_000; i++) {
                    doubled.add(doubling.submit(i));
                    named.add(naming.submit(i));
                }
                boolean right = true;
                for (int i = 0; i < 1_000; i++) {
                    right &= get(doubled.get(i)) == 2 * (from + i);
                    right &= get(named.get(i)).equals("number " + (from + i));
                }
                return right;
            }));
        }
        for (Future<Boolean> thread : threads) {
            assertThat(thread.get(60, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void tasksMayHaveSeveralArguments() throws Exception {
        Job<Arguments, String> two = pool.job((count, word) -> word.repeat(count), NUMBER, TEXT, TEXT, PoolTest.class);
        assertThat(get(two.submit(Arguments.of(3, "ab")))).isEqualTo("ababab");
        Job<Arguments, String> three =
                pool.job((count, word, all) -> count + word + all, NUMBER, TEXT, NUMBERS, TEXT, PoolTest.class);
        assertThat(three.map(List.of(
                        Arguments.of(1, "a", new ArrayList<>(List.of(2))),
                        Arguments.of(3, "b", new ArrayList<>(List.of(4, 5))))))
                .containsExactly("1a[2]", "3b[4, 5]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"java", "kryo-graph"})
    void functionsTravelWithCapturedValues(String codec) throws Exception {
        long parent = ProcessHandle.current().pid();
        try (Pool own = PoolVillains.pool(codec, 1).open()) {
            List<Work0<String>> functions = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                String captured = "captured " + i;
                functions.add(() -> captured + (ProcessHandle.current().pid() == parent ? " here" : " there"));
            }
            Job<Work0<String>, String> job = own.functions(TEXT, PoolTest.class, String.class);
            assertThat(job.map(functions))
                    .isEqualTo(IntStream.range(0, 20)
                            .mapToObj(i -> "captured " + i + " there")
                            .toList());
            int added = functions.size();
            Job<Integer, Integer> adding = own.job(number -> number + added, NUMBER, NUMBER, PoolTest.class);
            assertThat(adding.map(numbers(5))).containsExactly(20, 21, 22, 23, 24);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"jackson-json", "msgpack"})
    void dataCodecsRefuseFunctionsAndRunNamedOnes(String codec) throws Exception {
        try (Pool own = PoolVillains.pool(codec, 1).open()) {
            // The codec refuses at once, or after the function has not arrived as a function.
            Throwable refusal =
                    catchThrowable(() -> own.job((String text) -> text.length(), TEXT, NUMBER, PoolTest.class)
                            .map(List.of("a")));
            assertThat(refusal).isInstanceOfAny(UnsupportedShapeException.class, TravelException.class);
            assertThat(get(acts(own).submit("echo named"))).isEqualTo("named");
            Named join = Named.method(PoolVillains.class, "join");
            Job<Arguments, String> several = own.named(join, List.of(NUMBER, TEXT, NUMBERS), TEXT);
            assertThat(get(several.submit(Arguments.of(1, "a", new ArrayList<>(List.of(2, 3))))))
                    .isEqualTo("1a[2, 3]");
            Named instance = Named.instance(Prefix.class, "pre");
            assertThat(own.named(instance, TEXT, TEXT).map(List.of("fix", "pare")))
                    .containsExactly("prefix", "prepare");
        }
    }

    /** A function that each worker creates an instance of. */
    public static final class Prefix implements Work<String, String> {
        private static final long serialVersionUID = 1L;

        private final String prefix;

        public Prefix(String prefix) {
            this.prefix = prefix;
        }

        @Override
        public String run(String argument) {
            return prefix + argument;
        }
    }

    @Test
    void unknownNameIsRefusedAtOnce() {
        assertThatThrownBy(() -> Named.method(PoolVillains.class, "nobody"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no public static method nobody");
    }

    @Test
    void everyWorkerReportsItsUsage() throws Exception {
        try (PoolGate gate = new PoolGate()) {
            Job<String, String> job = acts(pool);
            List<CompletableFuture<String>> both =
                    Stream.of(job.submit(gate.deed()), job.submit(gate.deed())).toList();
            gate.awaitArrival();
            gate.awaitArrival();
            List<CompletableFuture<Usage>> usages = pool.usage();
            assertThat(usages).hasSize(2).noneMatch(CompletableFuture::isDone);
            gate.open();
            for (CompletableFuture<Usage> usage : usages) {
                assertThat(get(usage).cpuNanos()).isPositive();
            }
            assertThat(get(both.get(0))).isEqualTo(get(both.get(1)));
        }
    }

    private static <T> Future<T> inBackground(java.util.concurrent.Callable<T> work) {
        ExecutorService executor = Executors.newSingleThreadExecutor();
        Future<T> future = executor.submit(work);
        executor.shutdown();
        return future;
    }
}
