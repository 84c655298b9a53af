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
 * Catches a number of a run that is another by a factor of two: real runs of {@link KnownCost}, by the packaged jar, in each
 * order of forks.
 *
 * <p>What the calls of an operation cost is the least that a run may say of it, and little is added to that:
 *
 * <ul>
 *   <li>CPU time is counted in ticks of 10 ms, in user and in system mode, and cut off at both ends of an iteration: an
 *       error of 20 ms at most, where 180 ms or more are burnt in an iteration, and half of that on a busy machine. The
 *       pipe, the waking up, JMH and the compilers add to it; other programs do not.
 *   <li>Wall time is that of the calls and some 10 % more. Where another program runs, a thread that waits may wake up
 *       late. The upper bound leaves room for that, and is below two so that twice the time fails.
 *   <li>Bytes on the heap are exact. What the suite allocates itself is less than a tenth of what the calls do.
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
     * The second compiler would work on behind the warm-up of so few messages. A share of the codec is only told of forks
     * whose warm-up was long enough to tell.
     */
    private static final String FLAGS = "-XX:TieredStopAtLevel=1 -Dpipemark.warm.millis=2400";

    @TempDir
    Path folder;

    @Test
    void messagesAreToldAtWhatTheyCost() throws Exception {
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

    /** In JMH's own order, and with two forks: catches sums over forks told as means. */
    @Test
    void stagesOfARoundTripAreToldAtWhatTheyCost() throws Exception {
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

    /** In shuffled rounds, one fork after another. */
    @Test
    void tasksOfAPoolAreToldAtWhatTheyCost() throws Exception {
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
     * The calls that are made for one operation, all of them or those of one process.
     *
     * @param times the costs they take
     */
    private record Bill(int times, Cost... calls) {
        double cpu() {
            return times * sum(Cost::cpuNanos);
        }

        double wall() {
            return times * sum(Cost::wallNanos);
        }

        /** A larger value allocates no more; each decoded one is an array itself. */
        double heap() {
            return sum(Cost::bytes)
                    + MESSAGE_BYTES
                            * Arrays.stream(calls).filter(DECODE::equals).count();
        }

        private double sum(ToLongFunction<Cost> of) {
            return Arrays.stream(calls).mapToLong(of).sum();
        }
    }

    /** The tables of a run, by benchmark and metric, and what is wrong in them. */
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

        /** How long an operation lasts, or how many are done in a second. */
        void operation(String benchmark, Bill bill) {
            String score = benchmark + " score";
            if ("ops/s".equals(units.get(score))) {
                between(score, 1e9 / bill.wall(), 1 / WALL_MOST, 1 / WALL_LEAST);
            } else {
                between(score, bill.wall(), WALL_LEAST, WALL_MOST);
            }
        }

        /** What it takes of one process. */
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
