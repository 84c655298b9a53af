package dev.pipemark.run;

import dev.pipemark.api.Tier;
import dev.pipemark.api.Use;
import dev.pipemark.record.Cell;
import dev.pipemark.record.CodecFacts;
import dev.pipemark.record.Fork;
import dev.pipemark.record.ForkNote;
import dev.pipemark.record.Metric;
import dev.pipemark.record.PayloadFacts;
import dev.pipemark.record.Run;
import dev.pipemark.record.RunEnd;
import dev.pipemark.record.RunInfo;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.Options;

/** Plans and runs for tests. */
final class Samples {
    private Samples() {}

    static final Offer OFFER = new Offer(
            Stream.of("raw", "java", "kryo", "kryo-registered", "jackson-json", "jackson-cbor")
                    .map(id -> new CodecFacts(
                            id,
                            id.equals("raw") ? "control" : "idiomatic",
                            "nothing",
                            id.equals("java") ? "jdk" : "org.example:" + id,
                            "1",
                            true))
                    .toList(),
            List.of(
                    new PayloadFacts("int", "primitives"),
                    new PayloadFacts("order", "instances"),
                    new PayloadFacts("media-content", "instances"),
                    new PayloadFacts("bytes-64", "bytes"),
                    new PayloadFacts("socket", "resources")),
            List.of(),
            List.of(),
            Map.of(
                    "java", Map.of(Use.DATA, Tier.QUICK, Use.RECORDS, Tier.QUICK, Use.FUNCTIONS, Tier.QUICK),
                    "kryo-registered", Map.of(Use.DATA, Tier.QUICK, Use.RECORDS, Tier.QUICK, Use.SWEEPS, Tier.QUICK),
                    "jackson-json", Map.of(Use.DATA, Tier.QUICK, Use.RECORDS, Tier.QUICK, Use.SWEEPS, Tier.QUICK),
                    "jackson-cbor", Map.of(Use.RECORDS, Tier.STANDARD)));

    /** Returns options of forks whose numbers mean nothing: they leave out the second compiler and the threads of G1. */
    static Options brief(String... args) {
        return options(
                Stream.concat(Stream.of("-jvmArgsAppend", "-XX:+UseSerialGC -XX:TieredStopAtLevel=1"), Stream.of(args))
                        .toArray(String[]::new));
    }

    static Options options(String... args) {
        try {
            return new CommandLineOptions(args);
        } catch (CommandLineOptionException e) {
            throw new IllegalArgumentException(e);
        }
    }

    static Run run(List<Cell> cells, int rounds, long seed, Fork... forks) {
        RunInfo info = new RunInfo(
                "sample",
                "custom",
                List.of(),
                seed,
                rounds,
                1,
                Instant.EPOCH,
                Map.of(),
                Map.of(),
                Map.of(),
                OFFER.codecs(),
                OFFER.payloads(),
                cells,
                List.of());
        return new Run(info, List.of(), List.of(), List.of(forks), RunEnd.UNFINISHED);
    }

    static Fork fork(Cell cell, int round, int position, String mode, String unit, Double... scores) {
        return new Fork(
                cell,
                round,
                position,
                mode,
                unit,
                List.of(scores),
                new ForkNote(Map.of(Metric.PARENT_CPU, 10.0 * round), Map.of("jmh.gc.count", "3.0 counts")),
                Instant.EPOCH,
                1,
                scores.length == 0 ? "refused" : null);
    }
}
