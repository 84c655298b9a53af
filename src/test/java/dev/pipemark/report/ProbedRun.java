package dev.pipemark.report;

import dev.pipemark.record.CodecFacts;
import dev.pipemark.record.ContractCheck;
import dev.pipemark.record.Json;
import dev.pipemark.record.LanguageCheck;
import dev.pipemark.record.LanguageFacts;
import dev.pipemark.record.LanguageMatrix;
import dev.pipemark.record.Leg;
import dev.pipemark.record.Matrix;
import dev.pipemark.record.PairCheck.Fate;
import dev.pipemark.record.Run;
import dev.pipemark.record.ValueCheck;
import dev.pipemark.record.ValueFacts;
import dev.pipemark.record.ValueOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A run and matrices that together judge every need, each met by some codecs and not by others. */
final class ProbedRun {
    private static final String STREAM = "transport=pipe window=64";
    private static final Map<String, String> IDENTITY = Map.of(Matrix.CODE, "1", Matrix.JDK, "17");
    private static final String LAMBDA = "lambda-capturing-int";
    private static final String CYCLE = "cycle-to-itself";

    private static final List<CodecFacts> CODECS = List.of(
            new CodecFacts("plain", "idiomatic", "speed", "jdk", "17", false, Map.of()),
            new CodecFacts(
                    "fast",
                    "tuned",
                    "order",
                    "g:fast",
                    "1",
                    false,
                    Map.of("fast-1.jar", 1_500_000L, "base-1.jar", 20_000L)),
            new CodecFacts("data", "idiomatic", "functions", "g:data", "2", true, Map.of("data-2.jar", 90_000L)),
            new CodecFacts("model", "schema", "your classes", "g:model", "3", true, Map.of("model-3.jar", 2_000_000L)),
            new CodecFacts("by-hand", "hand-written", "your time", "jdk", "17", true, Map.of()),
            new CodecFacts("mine", "idiomatic", "nothing", "com.acme:mine", "1", true));

    private ProbedRun() {}

    /**
     * Writes both, one beside the other.
     *
     * @param results an empty folder
     * @return the report
     */
    static Path report(Path results) throws IOException {
        Path probe = Files.createDirectories(results.resolve("20261122T101000Z-probe"));
        Json.writeMatrix(matrix(), probe.resolve(Matrix.FILE));
        Path crossing = Files.createDirectories(results.resolve("20261122T101500Z-languages"));
        Json.writeLanguages(languages(), crossing.resolve(LanguageMatrix.FILE));
        Reports.write(run(), results.resolve("run"));
        return results.resolve("run/report.html");
    }

    static Run run() {
        RunBuilder run = new RunBuilder(3)
                .payload("order", "instances")
                .payload("list", "containers")
                .payload("lambda", "functions");
        IDENTITY.forEach(run::setting);
        CODECS.forEach(run::codec);
        double cost = 300;
        for (CodecFacts codec : CODECS) {
            cost *= 1.4;
            stream(run, codec.id(), "order", cost);
            run.check(codec.id(), "order", Fate.EXACT, "").size(codec.id(), "order", cost / 2, 100, 900);
            run.cell("encode", codec.id(), "order", "", cost, 1.01 * cost, 0.99 * cost);
            if (!codec.id().equals("by-hand")) {
                stream(run, codec.id(), "list", 3_000 - cost);
            }
        }
        for (String codec : List.of("fast", "plain")) {
            stream(run, codec, "lambda", codec.equals("fast") ? 500 : 900);
            run.check(codec, "lambda", Fate.EXACT, "");
            run.cell("firstReply", codec, "order", "transport=pipe", 3e8, 3.1e8, 3.2e8);
        }
        run.check("data", "lambda", Fate.REFUSED_ON_ENCODE, "no functions");
        return run.run();
    }

    static Matrix matrix() {
        List<ValueCheck> checks = new ArrayList<>();
        List<ContractCheck> contracts = new ArrayList<>();
        for (CodecFacts codec : CODECS) {
            String id = codec.id();
            boolean graphs = List.of("plain", "fast", "mine").contains(id);
            checks.add(value(id, false, LAMBDA, id.equals("plain")));
            checks.add(value(id, false, CYCLE, graphs));
            if (id.equals("fast") || id.equals("mine")) {
                checks.add(value(id, true, LAMBDA, id.equals("fast")));
                checks.add(value(id, true, CYCLE, graphs));
            }
            contracts.add(contract(id, "a field added", !id.equals("by-hand"), true));
            contracts.add(contract(id, "a field removed", !id.equals("fast"), true));
        }
        return new Matrix(
                "probe",
                Instant.EPOCH,
                1,
                Matrix.COMPLETE,
                IDENTITY,
                Map.of(),
                CODECS,
                List.of(
                        new ValueFacts(LAMBDA, "functions", "a lambda that captured a number"),
                        new ValueFacts(CYCLE, "graphs", "an object that holds itself")),
                checks,
                contracts,
                List.of());
    }

    /** Codecs that carry graphs have no format for another language. */
    static LanguageMatrix languages() {
        Leg exact = new Leg(ValueOutcome.EXACT, "");
        return new LanguageMatrix(
                "languages",
                Instant.EPOCH,
                1,
                Matrix.COMPLETE,
                IDENTITY,
                Map.of(),
                CODECS,
                List.of(new LanguageFacts("python", "Python 3.11.2", Map.of("msgpack", "msgpack 1.0.3"))),
                List.of(new ValueFacts("media-content", ValueFacts.PAYLOADS, "MediaContent")),
                List.of("data", "model", "by-hand").stream()
                        .map(codec -> new LanguageCheck(codec, "python", "msgpack", "media-content", exact, exact))
                        .toList());
    }

    private static ValueCheck value(String codec, boolean opened, String value, boolean arrives) {
        return new ValueCheck(
                codec,
                opened,
                value,
                arrives ? ValueOutcome.EXACT : ValueOutcome.REFUSED_ON_ENCODE,
                arrives ? "" : "not a class of data",
                false);
    }

    private static ContractCheck contract(String codec, String contract, boolean holds, boolean probed) {
        return new ContractCheck(codec, contract, holds ? "yes" : "no", "", probed);
    }

    private static void stream(RunBuilder run, String codec, String payload, double cost) {
        run.cell("stream", codec, payload, STREAM, 1e9 / cost, 1e9 / (1.01 * cost), 1e9 / (0.99 * cost));
    }
}
