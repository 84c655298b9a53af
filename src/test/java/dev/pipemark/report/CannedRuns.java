package dev.pipemark.report;

import dev.pipemark.result.Metric;
import dev.pipemark.result.PairCheck.Verdict;
import dev.pipemark.result.Run;
import java.util.Map;

/** Small runs whose files are known to the letter. */
final class CannedRuns {
    static final String SCRIPT = "<script>alert(1)</script>";
    static final String FORMULA = "=1+1";

    private CannedRuns() {}

    /** One round with all that can go wrong, and names that want to be more than names. */
    static Run oneRound() {
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
                .check("json", "lambda", Verdict.UNSUPPORTED, "=no *functions*")
                .check(FORMULA, "lambda", Verdict.DIFFERENT, "a null | arrived")
                .check("kryo", "media-content", Verdict.EXACT, "")
                .size("kryo", "media-content", 218.25, 210, 230)
                .size(SCRIPT, "media-content", 488, 488, 488)
                .cell("fixedArithmetic", "-", "-", "", 1_000.4)
                .cell("mine", "kryo", "media-content", "speed=fast", 77)
                .end("interrupted")
                .run();
    }

    /**
     * Three rounds. Forks of 100, 110 and 121 ns have the interval that {@code StatsTest} works out by hand; {@code b} is
     * {@code a} with its forks in another order, which nothing can tell apart; {@code c} takes twice as long.
     */
    static Run threeRounds() {
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

    private static Map<Metric, Double> streaming() {
        return Map.of(
                Metric.PARENT_CPU, 700.0,
                Metric.WORKER_CPU, 1_512.0,
                Metric.PARENT_ALLOCATION, 0.0,
                Metric.WORKER_ALLOCATION, 1_234.0,
                Metric.PER_CPU_SECOND, 452_000.0,
                Metric.WORKER_JIT, 2.5);
    }

    private static Map<Metric, Double> trip() {
        return Map.of(Metric.P50, 50_100.0, Metric.P99, 99_900.0, Metric.P999, Double.NaN);
    }
}
