package dev.pipemark.report;

import dev.pipemark.record.Metric;
import dev.pipemark.record.PairCheck.Fate;
import dev.pipemark.record.Run;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Small runs whose files are known exactly. */
public final class CannedRuns {
    public static final String SCRIPT = "<script>alert(1)</script>";
    public static final String FORMULA = "=1+1";

    private static final String STREAM = "transport=pipe window=64";

    private CannedRuns() {}

    /** One round with every kind of failure, and with hostile names. */
    public static Run oneRound() {
        return new RunBuilder(1)
                .codec("kryo", "idiomatic", false)
                .codec("json", "tuned", true)
                .codec(SCRIPT, "hand-written", true)
                .codec(FORMULA, "schema", true)
                .codec("raw", "control", true)
                .payload("media-content", "instances")
                .payload("lambda", "functions")
                .cell("encode", "kryo", "media-content", "", 612.4)
                .cell("decode", "kryo", "media-content", "", 887.6)
                .cell("encode", "json", "media-content", "", Double.NaN)
                .cell("decode", "json", "media-content", "", 2_345)
                .cell("stream", "kryo", "media-content", "transport=pipe window=64", streaming(), 1_234_567)
                .cell("stream", "json", "media-content", "transport=pipe window=64", 411_000)
                .cell("stream", SCRIPT, "media-content", "transport=pipe window=64", 90_000)
                .cell("stream", FORMULA, "media-content", "transport=pipe window=64", 1_234_567)
                .cell("roundTrip", "kryo", "media-content", "transport=pipe", trip(), 52_345)
                .failure(
                        "roundTrip",
                        "json",
                        "media-content",
                        "transport=pipe",
                        "the worker died (exit 3): `a|b`\n<b>oops</b>")
                .cell("roundTrip", SCRIPT, "media-content", "transport=pipe")
                .cell("stream", "json", "lambda", "transport=pipe window=64")
                .cell("stream", "kryo", "lambda", "transport=pipe window=64", 10_000)
                .check("json", "lambda", Fate.UNSUPPORTED, "=no *functions*")
                .check(FORMULA, "lambda", Fate.DIFFERENT, "a null | arrived")
                .check("kryo", "media-content", Fate.EXACT, "")
                .check("kryo", "lambda", Fate.EXACT, "")
                .size("kryo", "media-content", 218.25, 210, 230)
                .size(SCRIPT, "media-content", 488, 488, 488)
                .cell("fixedArithmetic", "-", "-", "", 1_000.4)
                .cell("mine", "kryo", "media-content", "speed=fast", 77)
                .end("interrupted")
                .run();
    }

    /**
     * Three rounds. Forks of 100, 110 and 121 ns have the interval that {@code StatsTest} works out by hand; {@code b} is
     * {@code a} with its forks in another order, so the two are not distinguishable; {@code c} takes twice as long.
     */
    public static Run threeRounds() {
        return new RunBuilder(3)
                .codec("a", "idiomatic", true)
                .codec("b", "tuned", true)
                .codec("c", "tuned", true)
                .codec("d", "tuned", true)
                .payload("int", "primitives")
                .cell("stream", "a", "int", "window=64", 1e9 / 100, 1e9 / 110, 1e9 / 121)
                .cell("stream", "b", "int", "window=64", 1e9 / 121, 1e9 / 100, 1e9 / 110)
                .cell("stream", "c", "int", "window=64", 1e9 / 200, 1e9 / 220, 1e9 / 242)
                .cell("encode", "a", "int", "", 100, 110, 121)
                .cell("encode", "b", "int", "", 121, 100, 110)
                .cell("encode", "c", "int", "", 200, 220, 242)
                .cell("encode", "d", "int", "", 55, 56)
                .failure("encode", "d", "int", "", "no answer within 30 s")
                .run();
    }

    private static final double[] IN_TURNS = {1.02, 0.99, 1.01, 1.03, 1};

    /**
     * Five rounds with all controls. Costs are given factors that scatter by some 2 % and drift upwards, from a fixed seed;
     * {@code quick} and {@code twin} cost the same to stream, {@code wild} scatters far more than the others, and
     * {@code lossy} loses three forks.
     */
    public static Run fiveRounds() {
        SplittableRandom random = new SplittableRandom(42);
        RunBuilder run = new RunBuilder(5)
                .codec("quick", "tuned", true)
                .codec("twin", "tuned", true)
                .codec("slow", "idiomatic", false)
                .codec("wild", "idiomatic", true)
                .codec("lossy", "tuned", true)
                .codec("raw", "control", true)
                .payload("order", "instances")
                .payload("event", "instances")
                .payload("bytes-64", "bytes")
                .cell("fixedArithmetic", "-", "-", "", forks(random, 1_000, 0.015));
        for (String payload : List.of("order", "event")) {
            run.cell("stream", "quick", payload, STREAM, rates(random, 800, 0.012));
            run.cell("stream", "twin", payload, STREAM, rates(random, payload.equals("order") ? 800 : 950, 0.012));
            run.cell("stream", "slow", payload, STREAM, rates(random, 1_600, 0.012));
            run.cell("stream", "wild", payload, STREAM, rates(random, 900, 0.15));
        }
        for (String codec : List.of("quick", "twin", "slow")) {
            run.cell(
                    "stream",
                    codec,
                    "order",
                    STREAM + " arm=2",
                    rates(random, codec.equals("slow") ? 1_600 : 800, 0.012));
            run.cell("encode", codec, "order", "", forks(random, codec.equals("slow") ? 700 : 300, 0.03));
            run.cell("roundTrip", codec, "order", "transport=pipe", forks(random, 55_000, 0.02));
        }
        run.cell("encode", "quick", "order", "arm=2", forks(random, 300, 0.03))
                .cell("encode", "lossy", "order", "", 200, 204)
                .failure("encode", "lossy", "order", "", "no answer within 30 s")
                .cell("byHandEncode", "quick", "order", Metric.IN_TURNS, IN_TURNS, forks(random, 280, 0.03))
                .cell("roundTrip", "quick", "order", "transport=memory", forks(random, 4_000, 0.02))
                .cell("roundTrip", "raw", "bytes-64", "transport=pipe", forks(random, 50_000, 0.02))
                .cell("echoFrame", "-", "bytes-64", "transport=pipe", forks(random, 49_000, 0.02));
        return run.run();
    }

    private static double[] rates(SplittableRandom random, double cost, double scatter) {
        return Arrays.stream(forks(random, cost, scatter))
                .map(each -> 1e9 / each)
                .toArray();
    }

    private static double[] forks(SplittableRandom random, double cost, double scatter) {
        double[] forks = new double[5];
        for (int round = 0; round < forks.length; round++) {
            forks[round] = cost * Math.exp(0.02 * round + scatter * random.nextGaussian());
        }
        return forks;
    }

    private static Map<Metric, Double> streaming() {
        return Map.of(
                Metric.PARENT_CPU, 700.0,
                Metric.WORKER_CPU, 1_512.0,
                Metric.PARENT_ALLOCATION, 0.0,
                Metric.WORKER_ALLOCATION, 1_234.0,
                Metric.PER_CPU_SECOND, 452_000.0,
                Metric.WORKER_JIT, 7.5);
    }

    private static Map<Metric, Double> trip() {
        return Map.of(Metric.P50, 50_100.0, Metric.P99, 99_900.0, Metric.P999, Double.NaN);
    }
}
