package dev.pipemark.report;

import dev.pipemark.record.Metric;
import dev.pipemark.record.PairCheck.Fate;
import dev.pipemark.record.Run;
import java.util.List;
import java.util.Map;

/** A run whose codecs and payloads have names that look like markup, formulas or code. */
final class HostileNames {
    static final List<String> CODECS = List.of(
            "<script>alert(1)</script>",
            "<img src=x onerror=alert(1)>",
            "=1+1",
            "@SUM(A1)",
            "+1+cmd|' /C calc'!A0",
            "-2+3",
            "a|b",
            "`x`",
            "[l](javascript:alert(1))",
            "$(x)",
            "$x$",
            "</script><b>out</b>",
            "{a|b} \\ \"quoted\" & 'so'",
            "# heading",
            "_under_*star*~~gone~~",
            ":x:",
            "🚀 émoji",
            "x".repeat(200));

    static final List<String> PAYLOADS = List.of("<b>bold</b>|'\"", "=cmd()");

    private HostileNames() {}

    static Run run() {
        RunBuilder run = new RunBuilder(3);
        for (String codec : CODECS) {
            run.codec(codec, "tuned", true);
        }
        for (String payload : PAYLOADS) {
            run.payload(payload, "instances");
            double cost = 400;
            for (String codec : CODECS) {
                cost *= 1.2;
                run.check(codec, payload, Fate.EXACT, "")
                        .size(codec, payload, cost / 2, (long) cost / 3, (long) cost)
                        .cell(
                                "stream",
                                codec,
                                payload,
                                "transport=pipe window=1",
                                1e8 / cost,
                                1.01e8 / cost,
                                0.99e8 / cost)
                        .cell(
                                "stream",
                                codec,
                                payload,
                                "transport=pipe window=64",
                                1e9 / cost,
                                1.01e9 / cost,
                                0.99e9 / cost)
                        .cell("encode", codec, payload, "", cost, cost * 1.01, cost * 0.99)
                        .cell("decode", codec, payload, "", cost, cost * 1.02, cost * 0.98)
                        .cell(
                                "roundTrip",
                                codec,
                                payload,
                                "transport=pipe",
                                Map.of(Metric.P50, 50_000 + cost, Metric.P99, 90_000 + cost, Metric.SAMPLES, 18_000.0),
                                50_000 + cost,
                                50_500 + cost,
                                49_500 + cost);
            }
        }
        run.failure(
                "stream", "a|b", "=cmd()", "transport=pipe window=16", "=died | <i>`why`</i>\n[x](http://example.org)");
        run.check("`x`", "=cmd()", Fate.DIFFERENT, "| <u>arrived</u> $otherwise$");
        return run.run();
    }
}
