package dev.pipemark.report;

import dev.pipemark.record.Metric;
import dev.pipemark.record.PairCheck;
import dev.pipemark.record.Run;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * A run of 30 codecs and 40 payloads or more. Every pair is encoded, decoded, streamed, and sent to a worker and back. The
 * numbers have plausible sizes and come from a fixed seed. The run has data for every section, and is as large as a report
 * may become.
 */
public final class LargeRun {
    private static final List<String> CODECS = List.of(
            "mine-1",
            "mine-2",
            "mine-3",
            "mine-4",
            "mine-5",
            "mine-6",
            "mine-7",
            "mine-8",
            "mine-9",
            "mine-10",
            "mine-11",
            "mine-12",
            "mine-13",
            "mine-14",
            "java",
            "java-handwritten",
            "kryo",
            "kryo-registered",
            "kryo-graph",
            "msgpack",
            "msgpack-handwritten",
            "jackson-msgpack",
            "jackson-json",
            "jackson-cbor",
            "jackson-smile",
            "jackson-json-poly",
            "jackson2-json",
            "fory",
            "fory-graph",
            "protobuf");
    private static final List<String> HEADLINE = List.of("media-content", "list-integer-1000", "lambda", "int");
    private static final Map<String, String> PAYLOADS = payloads();

    private LargeRun() {}

    public static Run of(int rounds) {
        return of(rounds, CODECS.size(), PAYLOADS.size());
    }

    /** Makes a run. If there are too few codecs or payloads, more are added. */
    static Run of(int rounds, int codecCount, int payloadCount) {
        List<String> codecs = new ArrayList<>(CODECS);
        while (codecs.size() < codecCount) {
            codecs.add("more-" + codecs.size());
        }
        Map<String, String> payloads = new LinkedHashMap<>(PAYLOADS);
        while (payloads.size() < payloadCount) {
            payloads.put("more-" + payloads.size(), "instances");
        }
        SplittableRandom random = new SplittableRandom(7);
        RunBuilder run = new RunBuilder(rounds).codec("raw", "control", true);
        for (String codec : codecs) {
            String badge = codec.endsWith("handwritten")
                    ? "hand-written"
                    : codec.equals("protobuf") ? "schema" : codec.contains("-") ? "tuned" : "idiomatic";
            run.codec(codec, badge, !codec.contains("java") && !codec.contains("graph"));
        }
        payloads.forEach(run::payload);
        payloads.forEach((payload, family) -> {
            for (int at = 0; at < codecs.size(); at++) {
                String codec = codecs.get(at);
                boolean carries = !family.equals("functions") || codec.endsWith("graph") || codec.equals("java");
                double cost = 300 * (1 + at % 7) * (1 + Math.sqrt(payload.length()));
                if (!carries) {
                    run.check(codec, payload, PairCheck.Fate.UNSUPPORTED, "carries data only, no functions");
                    continue;
                }
                run.check(codec, payload, PairCheck.Fate.EXACT, "");
                run.size(codec, payload, 100 + 40 * at, 90 + 40L * at, 120 + 40L * at);
                run.cell(
                        "stream",
                        codec,
                        payload,
                        "transport=pipe window=64",
                        notes(cost),
                        rates(random, cost * 4, rounds));
                run.cell("encode", codec, payload, "", scatter(random, cost, rounds));
                run.cell("decode", codec, payload, "", scatter(random, cost * 1.4, rounds));
                run.cell(
                        "roundTrip",
                        codec,
                        payload,
                        "transport=pipe",
                        trip(cost),
                        scatter(random, 50_000 + 4.8 * cost, rounds));
                if (HEADLINE.contains(payload)) {
                    cells(run, random, codec, payload, cost, rounds);
                }
            }
        });
        run.cell("echoFrame", "-", "bytes-64", "transport=pipe", scatter(random, 52_000, rounds));
        run.cell("fixedArithmetic", "-", "-", "", scatter(random, 1_000, rounds));
        run.cell("ringOnly", "-", "media-content", "", scatter(random, 2.4, rounds));
        run.cell("byHandEncode", "kryo-registered", "media-content", "", scatter(random, 4_300, rounds));
        run.cell("roundTrip", "kryo", "media-content", "transport=pipe arm=2", scatter(random, 60_000, rounds));
        run.failure("stream", "raw", "bytes-64", "transport=pipe window=64", "the worker died: SIGSEGV (signal 11)");
        run.check("kryo", "graph", PairCheck.Fate.DIED, "stack overflow in\n  Kryo.writeObject(Kryo.java:1)");
        run.check("fory", "graph", PairCheck.Fate.DIFFERENT, "a shared reference arrived as two objects");
        return run.run();
    }

    private static void cells(
            RunBuilder run, SplittableRandom random, String codec, String payload, double cost, int rounds) {
        run.cell("roundTrip", codec, payload, "transport=memory", scatter(random, 9_000 + 4.8 * cost, rounds));
        run.cell("split", codec, payload, "transport=pipe", stages(cost), scatter(random, 51_000 + 4.8 * cost, rounds));
        run.cell("stream", codec, payload, "transport=pipe window=1", rates(random, 50_000 + cost * 2.4, rounds));
        run.cell("stream", codec, payload, "transport=pipe window=16", rates(random, 6_000 + cost * 2.4, rounds));
        run.cell("firstReply", codec, payload, "transport=pipe", scatter(random, 3.1e8, rounds));
    }

    private static Map<Metric, Double> notes(double cost) {
        return Map.of(
                Metric.PARENT_CPU,
                cost * 1.1,
                Metric.WORKER_CPU,
                cost * 1.6,
                Metric.PARENT_ALLOCATION,
                120.0,
                Metric.WORKER_ALLOCATION,
                cost / 3,
                Metric.PER_CPU_SECOND,
                1e9 / (cost * 2.7),
                Metric.WORKER_JIT,
                cost > 8_000 ? 3.4 : 0.2);
    }

    private static Map<Metric, Double> trip(double cost) {
        return Map.of(Metric.P50, 48_000 + cost * 4, Metric.P99, 95_000 + cost * 7, Metric.SAMPLES, 18_000.0);
    }

    private static Map<Metric, Double> stages(double cost) {
        return Map.of(
                Metric.SPLIT_ENCODE,
                cost,
                Metric.SPLIT_OUTWARD,
                24_000.0,
                Metric.SPLIT_DECODE,
                cost * 1.4,
                Metric.SPLIT_USE,
                40.0,
                Metric.SPLIT_REPLY_ENCODE,
                cost,
                Metric.SPLIT_HOMEWARD,
                26_000.0,
                Metric.SPLIT_REPLY_DECODE,
                cost * 1.4);
    }

    private static double[] rates(SplittableRandom random, double cost, int rounds) {
        double[] rates = scatter(random, cost, rounds);
        for (int i = 0; i < rates.length; i++) {
            rates[i] = 1e9 / rates[i];
        }
        return rates;
    }

    private static double[] scatter(SplittableRandom random, double centre, int rounds) {
        double[] values = new double[rounds];
        for (int i = 0; i < rounds; i++) {
            values[i] = centre * (0.95 + 0.1 * random.nextDouble());
        }
        return values;
    }

    private static Map<String, String> payloads() {
        Map<String, String> payloads = new LinkedHashMap<>();
        payloads.put("int", "primitives");
        payloads.put("string-unicode-1k", "primitives");
        for (String size : List.of("10", "100", "1000", "10000")) {
            payloads.put("list-integer-" + size, "containers");
        }
        for (String kind : List.of("long", "double", "char", "boolean", "string-ascii", "big-integer", "big-decimal")) {
            payloads.put(kind, "primitives");
        }
        for (String kind : List.of("int-array", "double-array", "list-string", "map-string-integer", "set-string")) {
            payloads.put(kind + "-1000", "containers");
        }
        payloads.put("tuple", "containers");
        payloads.put("document", "containers");
        payloads.put("media-content", "instances");
        for (char mine = 'a'; mine <= 'm'; mine++) {
            payloads.put("mine-" + mine, "instances");
        }
        payloads.put("graph", "instances");
        payloads.put("lambda", "functions");
        payloads.put("lambda-capturing", "functions");
        payloads.put("task-class", "functions");
        payloads.put("named", "functions");
        payloads.put("bytes-64", "bytes");
        return payloads;
    }
}
