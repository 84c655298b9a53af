package dev.pipemark.run;

import dev.pipemark.record.Arm;
import dev.pipemark.record.Cell;
import dev.pipemark.record.CodecFacts;
import dev.pipemark.record.Making;
import dev.pipemark.record.PayloadFacts;
import dev.pipemark.record.RunInfo;
import dev.pipemark.record.RunPlan;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A planned run. Nothing of it is on disk yet.
 *
 * @param plan the cells and the rounds
 * @param how the way in which the forks are made
 * @param seed the seed of the order and of the values
 * @param commandLine the command line as typed
 * @param stock the codecs and payloads from which the cells were chosen
 * @param estimateSeconds the planned wall time, from the first probe to the report
 */
public record RunDraft(
        Plan plan, RunPlan how, long seed, List<String> commandLine, Stock stock, double estimateSeconds) {
    public RunDraft {
        commandLine = List.copyOf(commandLine);
    }

    /** Returns the settings of forks, before there is a folder for their files. */
    ForkSettings forks() {
        return ForkSettings.of(how, seed, Path.of("")).loading(stock, how.arms());
    }

    /**
     * Returns the facts of the run that are known before its first fork.
     *
     * @param id the id of the run, which is the name of its folder
     * @param environment the facts of the machine
     * @param identity the facts that must stay the same if the run is resumed
     */
    public RunInfo info(String id, Map<String, String> environment, Map<String, String> identity) {
        boolean all = Presets.triesEveryPair(plan.name());
        Set<String> codecs = new HashSet<>();
        Set<String> payloads = new HashSet<>();
        for (Cell cell : plan.cells()) {
            codecs.add(cell.codec());
            payloads.add(cell.payload());
        }
        Offer offer = stock.offer();
        List<CodecFacts> facts = new ArrayList<>(offer.codecs());
        facts.removeIf(codec -> !all && !codecs.contains(codec.id()));
        for (Arm arm : how.arms()) {
            offer.codecs().stream()
                    .filter(codec -> codecs.contains(arm.codec(codec.id())))
                    .map(codec -> codec.in(arm))
                    .forEach(facts::add);
        }
        return new RunInfo(
                id,
                plan.name(),
                commandLine,
                seed,
                plan.rounds(),
                estimateSeconds,
                Instant.now(),
                settings(identity, stock.opens(codecs)),
                environment,
                stock.jars().libraries(),
                facts,
                offer.payloads().stream()
                        .filter(payload -> all || payloads.contains(payload.id()))
                        .toList(),
                plan.cells(),
                Stream.concat(plan.notes().stream(), stock.notes(codecs).stream())
                        .toList(),
                how);
    }

    /** Returns the plan in words, for readers, by the names of JMH's options if there are such. */
    private Map<String, String> settings(Map<String, String> identity, Map<String, List<String>> opens) {
        Map<String, String> settings = new LinkedHashMap<>();
        Timing timing = plan.timing();
        settings.put("settling of both sides", timing.settleMillis() + " ms at most");
        settings.put("-wi", String.valueOf(timing.warmups()));
        settings.put("-w", timing.warmupMillis() + " ms");
        settings.put("-i", String.valueOf(timing.iterations()));
        settings.put("-r", timing.iterationMillis() + " ms");
        settings.put("-f", plan.rounds() + " (rounds)");
        settings.put("order", how.order());
        settings.put("pin", how.pin());
        Integer most = how.sittingForks();
        if (most != null) {
            settings.put("forks in a sitting", most + " at most");
        }
        Integer held = how.turnIterations();
        if (held != null) {
            settings.put("iterations in a turn", String.valueOf(held));
        }
        for (PayloadFacts payload : stock.offer().payloads()) {
            Making making = payload.making();
            if (making != null && making.exceeds(timing.iterationMillis())) {
                settings.put(
                        "ring of " + payload.id(),
                        making.kept() + " values, made once in each fork, since making them takes longer than a turn");
            }
        }
        ForkSettings forks = forks();
        forks.threads().ifPresent(threads -> settings.put("threads", threads));
        settings.putAll(forks.others());
        settings.put("jvm", forks.jvm());
        settings.put("flags", String.join(" ", forks.flags()));
        for (Arm arm : how.arms()) {
            settings.put("arm " + arm.name(), arm.words());
        }
        if (!opens.isEmpty()) {
            settings.put(RunInfo.OPENS, String.valueOf(opens));
        }
        Double deadline = how.deadlineSeconds();
        if (deadline != null) {
            settings.put("deadline", deadline + " s");
        }
        settings.putAll(identity);
        return limits(how, settings);
    }

    /** Returns settings with the limits of a plan. */
    static Map<String, String> limits(RunPlan plan, Map<String, String> settings) {
        Map<String, String> limits = new LinkedHashMap<>(settings);
        limits.keySet().removeAll(Set.of("budget", "until"));
        Double budget = plan.budgetSeconds();
        if (budget != null) {
            limits.put("budget", Math.round(budget) + " s");
        }
        Double goal = plan.until();
        if (goal != null) {
            limits.put("until", "headline tables resolve " + Math.round(1000 * goal) / 10.0 + " %");
        }
        return limits;
    }
}
