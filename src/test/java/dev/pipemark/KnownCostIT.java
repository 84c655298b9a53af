package dev.pipemark;

import static dev.pipemark.KnownCost.BRIEF;
import static dev.pipemark.KnownCost.DECODE;
import static dev.pipemark.KnownCost.ENCODE;
import static dev.pipemark.KnownCost.LONG;
import static dev.pipemark.KnownCost.MESSAGE_BYTES;
import static dev.pipemark.KnownCost.USE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pipemark.KnownCost.Cost;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.apache.commons.csv.CSVRecord;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Catches a number of a run that is wrong by a factor of two. The packaged jar runs {@link KnownCost} in each order of forks.
 *
 * <p>The cost that a run reports for an operation must be the cost of its calls, or a little more:
 *
 * <ul>
 *   <li>CPU time is counted in ticks of 10 ms, in user and in system mode, and cut off at both ends of an iteration. The error
 *       is at most 20 ms. An iteration burns 180 ms or more, and half of that on a busy machine. The pipe, wake-ups, JMH and the
 *       compilers add CPU time; other programs do not.
 *   <li>Wall time is that of the calls and some 10 % more. If another program runs, a waiting thread may wake up late. The
 *       upper bound allows this. It is below 2, so that twice the time fails.
 *   <li>Bytes on the heap are exact. The suite itself allocates less than a tenth of the bytes that the calls allocate.
 * </ul>
 */
@Tag("alone")
class KnownCostIT {
    private static final double CPU_LEAST = 0.75;
    private static final double CPU_MOST = 1.5;
    private static final double WALL_LEAST = 0.97;
    private static final double WALL_MOST = 1.9;
    private static final double HEAP_MOST = 1.1;
    private static final double SHARE_MOST = 1.5;

    /**
     * After a warm-up of so few messages, the second compiler would still be at work. The report shows a codec's share only for
     * forks whose warm-up was long enough.
     */
    private static final String FLAGS = "-XX:TieredStopAtLevel=1 -Dpipemark.warm.millis=2400";

    @TempDir
    Path folder;

    @Test
    void costsOfMessagesAreReported() throws Exception {
        Numbers numbers = run("side-by-side", "stream|roundTrip|encode|decode", KnownCost.ID, 1, 2);

        Bill encode = new Bill(LONG, ENCODE);
        Bill decode = new Bill(LONG, DECODE);
        Bill both = new Bill(LONG, ENCODE, DECODE);
        Bill there = new Bill(LONG, DECODE, USE, ENCODE);
        Bill trip = new Bill(LONG, ENCODE, DECODE, USE, ENCODE, DECODE);
        numbers.operation("encode", encode);
        numbers.usage("encode", "parent", encode);
        numbers.operation("decode", decode);
        numbers.usage("decode", "parent", decode);
        // One side decodes while the other encodes, which lasts longer.
        numbers.operation("stream", encode);
        numbers.usage("stream", "parent", encode);
        numbers.usage("stream", "worker", decode);
        numbers.operation("roundTrip", trip);
        numbers.usage("roundTrip", "parent", both);
        numbers.usage("roundTrip", "worker", there);
        numbers.between("roundTrip p50", trip.wall(), WALL_LEAST, WALL_MOST);
        numbers.between(
                "roundTrip per-cpu-second",
                1e9 / new Bill(LONG, ENCODE, DECODE, DECODE, USE, ENCODE).cpu(),
                1 / CPU_MOST,
                1 / CPU_LEAST);
        for (String size : List.of("decode message-size", "size mean", "size min", "size max")) {
            numbers.between(size, MESSAGE_BYTES, 1, 1);
        }
        numbers.between(Numbers.SHARE, 100.0 * 2 * both.wall() / trip.wall(), 1 / SHARE_MOST, SHARE_MOST);
        numbers.check();
    }

    /** Catches sums over forks that are reported as means. Runs two forks in JMH's own order. */
    @Test
    void costsOfTheStagesOfARoundTripAreReported() throws Exception {
        Numbers numbers = run("jmh", "split", KnownCost.ID, 2, 1);

        numbers.operation("split", new Bill(LONG, ENCODE, DECODE, USE, ENCODE, DECODE));
        numbers.usage("split", "parent", new Bill(LONG, ENCODE, DECODE));
        numbers.usage("split", "worker", new Bill(LONG, DECODE, USE, ENCODE));
        for (String stage : List.of("split-encode", "split-reply-encode")) {
            numbers.between("split " + stage, new Bill(LONG, ENCODE).wall(), WALL_LEAST, WALL_MOST);
        }
        for (String stage : List.of("split-decode", "split-reply-decode")) {
            numbers.between("split " + stage, new Bill(LONG, DECODE).wall(), WALL_LEAST, WALL_MOST);
        }
        numbers.between("split split-use", new Bill(LONG, USE).wall(), WALL_LEAST, WALL_MOST);
        numbers.check();
    }

    /** Runs forks one after another, in shuffled rounds. */
    @Test
    void costsOfTasksOfAPoolAreReported() throws Exception {
        Numbers numbers = run("interleaved", "PoolBenchmark.pool$", KnownCost.BRIEF_ID, 1, 1);

        // The parent encodes and decodes meanwhile, which takes less than the worker needs.
        numbers.operation("pool", new Bill(BRIEF, DECODE, USE, ENCODE));
        numbers.usage("pool", "parent", new Bill(BRIEF, ENCODE, DECODE));
        numbers.usage("pool", "worker", new Bill(BRIEF, DECODE, USE, ENCODE));
        numbers.check();
    }

    private Numbers run(String order, String benchmarks, String payload, int forks, int iterations) throws Exception {
        Path results = folder.resolve("results");
        new Packaged(folder)
                .run(
                        benchmarks,
                        "--order",
                        order,
                        "--user-jar",
                        KnownCost.jar(folder).toString(),
                        "--codecs",
                        KnownCost.ID,
                        "--payloads",
                        payload,
                        "--results",
                        results.toString(),
                        "-f",
                        Integer.toString(forks),
                        "-wi",
                        "0",
                        "-i",
                        Integer.toString(iterations),
                        "-r",
                        "1s",
                        "-jvmArgsAppend",
                        FLAGS);
        return Numbers.in(results);
    }

    /**
     * The calls of one operation, in both processes or in one.
     *
     * @param times the factor of the payload
     */
    private record Bill(int times, Cost... calls) {
        double cpu() {
            return times * sum(Cost::cpuNanos);
        }

        double wall() {
            return times * sum(Cost::wallNanos);
        }

        /** Returns the allocated bytes. They do not depend on the factor. Each decoded value is an array of its own. */
        double heap() {
            return sum(Cost::bytes)
                    + MESSAGE_BYTES
                            * Arrays.stream(calls).filter(DECODE::equals).count();
        }

        private double sum(ToLongFunction<Cost> of) {
            return Arrays.stream(calls).mapToLong(of).sum();
        }
    }

    /** The numbers of a run, by benchmark and metric, and the failed assertions. */
    private record Numbers(Map<String, Double> values, Map<String, String> units, SoftAssertions softly) {
        static final String SHARE = "codec share";

        static Numbers in(Path results) throws Exception {
            Map<String, Double> values = new HashMap<>();
            Map<String, String> units = new HashMap<>();
            for (CSVRecord row : Packaged.rows(Packaged.made(results, "results.csv"))) {
                String name = row.get("benchmark") + " " + row.get("metric");
                assertThat(row.get("outcome"))
                        .as(name + " " + row.get("reason"))
                        .isEqualTo("measured");
                values.put(name, number(row.get("value")));
                units.put(name, row.get("unit"));
            }
            for (CSVRecord row : Packaged.rows(Packaged.made(results, "throughput.csv"))) {
                values.put(SHARE, number(row.get("codec_share_percent")));
            }
            return new Numbers(values, units, new SoftAssertions());
        }

        private static double number(String cell) {
            return cell.isEmpty() ? Double.NaN : Double.parseDouble(cell);
        }

        /** Checks the time of an operation, or the number of operations per second. */
        void operation(String benchmark, Bill bill) {
            String score = benchmark + " score";
            if ("ops/s".equals(units.get(score))) {
                between(score, 1e9 / bill.wall(), 1 / WALL_MOST, 1 / WALL_LEAST);
            } else {
                between(score, bill.wall(), WALL_LEAST, WALL_MOST);
            }
        }

        /** Checks the CPU time and the allocation of one process. */
        void usage(String benchmark, String process, Bill bill) {
            between(benchmark + " " + process + "-cpu", bill.cpu(), CPU_LEAST, CPU_MOST);
            between(benchmark + " " + process + "-allocation", bill.heap(), 1, HEAP_MOST);
        }

        void between(String name, double known, double least, double most) {
            softly.assertThat(values.getOrDefault(name, Double.NaN)).as(name).isBetween(known * least, known * most);
        }

        void check() {
            softly.assertAll();
        }
    }
}
