package dev.pipemark.proof;

import dev.pipemark.record.Fork;
import dev.pipemark.record.JournalLine;
import dev.pipemark.record.Json;
import dev.pipemark.record.Run;
import dev.pipemark.record.RunFolder;
import dev.pipemark.record.RunMaker;
import dev.pipemark.stats.LapFit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Runs whose forks are drawn from a fixed seed: log-normal, with an effect that all forks of a sitting have in common.
 *
 * @param benchmark the benchmark of the cells; {@code encode} counts nanoseconds
 * @param costs the nanoseconds of each codec
 * @param sittings the number of sittings
 * @param laps the number of turns of each fork
 * @param between the scatter of forks, on logarithms
 * @param within the scatter of single turns, on logarithms
 */
record Simulated(String benchmark, Map<String, Double> costs, int sittings, int laps, double between, double within) {
    /** Returns twelve equal codecs, and two of each known slowness, with forks of one turn. */
    static Simulated known(int sittings, double between) {
        return new Simulated("encode", slowed(), sittings, 1, between, 0);
    }

    static Map<String, Double> slowed() {
        Map<String, Double> costs = new LinkedHashMap<>();
        for (char name = 'a'; name <= 'l'; name++) {
            costs.put("slowed-0" + name, 1000.0);
        }
        for (char name = 'a'; name <= 'b'; name++) {
            costs.put("slowed-10" + name, 1100.0);
            costs.put("slowed-20" + name, 1200.0);
        }
        return costs;
    }

    /** Draws a run with one fork after the other. */
    Run run(long seed) {
        Random random = new Random(seed);
        RunMaker run = new RunMaker();
        for (int sitting = 0; sitting < sittings; sitting++) {
            double luck = 0.3 * random.nextGaussian();
            double[] lap = random.doubles(laps, -0.1, 0.1).toArray();
            costs.forEach((codec, cost) -> {
                double own = luck + between * random.nextGaussian();
                run.fork(
                        benchmark + " " + codec + " order",
                        IntStream.range(0, laps)
                                .mapToObj(turn -> cost * Math.exp(own + lap[turn] + within * random.nextGaussian()))
                                .toArray(Double[]::new));
            });
        }
        return run.run();
    }

    /** Returns the same forks side by side, with the paired values of the fit over laps. */
    static Run sideBySide(Run run) {
        Map<Integer, List<Fork>> sittings = new LinkedHashMap<>();
        run.forks()
                .forEach(fork -> sittings.computeIfAbsent(fork.round(), round -> new ArrayList<>())
                        .add(fork));
        List<Fork> paired = new ArrayList<>();
        for (List<Fork> sitting : sittings.values()) {
            double[] values = LapFit.values(sitting.stream()
                    .map(fork -> fork.scores().stream().mapToDouble(Math::log).toArray())
                    .toArray(double[][]::new));
            for (int fork = 0; fork < values.length; fork++) {
                paired.add(sitting.get(fork).paired(Math.exp(values[fork])));
            }
        }
        return new Run(run.info(), run.checks(), run.sizes(), paired, run.end());
    }

    /** Writes a run as a part, with another recorded order and length of turns. */
    static void write(Run run, String order, int turnMillis, Path folder) throws IOException {
        Files.createDirectories(folder);
        Path info = folder.resolve(RunFolder.INFO);
        Json.writeInfo(run.info(), info);
        Files.writeString(
                info,
                Files.readString(info)
                        .replace("\"interleaved\"", "\"" + order + "\"")
                        .replaceFirst("\"iterationMillis\" : 0", "\"iterationMillis\" : " + turnMillis));
        Files.write(
                folder.resolve(RunFolder.JOURNAL),
                Stream.concat(
                                run.forks().stream().map(JournalLine.ForkLine::new),
                                Stream.of(new JournalLine.EndLine(run.end())))
                        .map(Json::line)
                        .toList());
    }
}
