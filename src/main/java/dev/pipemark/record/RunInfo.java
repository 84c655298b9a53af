package dev.pipemark.record;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The facts of a run that are known before its first fork.
 *
 * @param id the name of its results folder
 * @param preset the preset's name, or {@code custom}
 * @param commandLine the command line as typed, without the java command; for readers only
 * @param seed the seed of the shuffled order
 * @param rounds the number of planned forks of each cell
 * @param estimateSeconds the planned wall time
 * @param settings the timing settings by JMH's names ({@code -wi}, {@code -i}, …), pinning, order, flags
 * @param environment the machine, the JDK, load and steal before the first fork, by dotted name
 * @param libraries versions by {@code groupId:artifactId}
 * @param codecs facts of every codec in the plan
 * @param payloads facts of every payload in the plan, in the catalogue's order
 * @param cells every planned cell, in plan order
 * @param notes the cells that were left out of the plan and the reasons, one line each
 * @param plan the way in which its forks are made
 */
public record RunInfo(
        String id,
        String preset,
        List<String> commandLine,
        long seed,
        int rounds,
        double estimateSeconds,
        Instant started,
        Map<String, String> settings,
        Map<String, String> environment,
        Map<String, String> libraries,
        List<CodecFacts> codecs,
        List<PayloadFacts> payloads,
        List<Cell> cells,
        List<String> notes,
        RunPlan plan) {
    /** The setting with the JDK's packages that were opened to single codecs; absent if there are none. */
    public static final String OPENS = "opens";

    public RunInfo {
        commandLine = List.copyOf(commandLine);
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
        environment = Collections.unmodifiableMap(new LinkedHashMap<>(environment));
        libraries = Collections.unmodifiableMap(new LinkedHashMap<>(libraries));
        codecs = List.copyOf(codecs);
        payloads = List.copyOf(payloads);
        cells = List.copyOf(cells);
        notes = List.copyOf(notes);
    }

    /** Describes a run that this suite did not plan. */
    public RunInfo(
            String id,
            String preset,
            List<String> commandLine,
            long seed,
            int rounds,
            double estimateSeconds,
            Instant started,
            Map<String, String> settings,
            Map<String, String> environment,
            Map<String, String> libraries,
            List<CodecFacts> codecs,
            List<PayloadFacts> payloads,
            List<Cell> cells,
            List<String> notes) {
        this(
                id,
                preset,
                commandLine,
                seed,
                rounds,
                estimateSeconds,
                started,
                settings,
                environment,
                libraries,
                codecs,
                payloads,
                cells,
                notes,
                RunPlan.NONE);
    }

    /** Returns the same facts with other codecs. */
    public RunInfo withCodecs(List<CodecFacts> facts) {
        return with(settings, facts, payloads, plan);
    }

    /** Returns the same facts with other payloads. */
    public RunInfo withPayloads(List<PayloadFacts> facts) {
        return with(settings, codecs, facts, plan);
    }

    /**
     * Returns the same facts with another plan.
     *
     * @param words the settings, for readers
     */
    public RunInfo with(RunPlan other, Map<String, String> words) {
        return with(words, codecs, payloads, other);
    }

    private RunInfo with(
            Map<String, String> words, List<CodecFacts> otherCodecs, List<PayloadFacts> otherPayloads, RunPlan other) {
        return new RunInfo(
                id,
                preset,
                commandLine,
                seed,
                rounds,
                estimateSeconds,
                started,
                words,
                environment,
                libraries,
                otherCodecs,
                otherPayloads,
                cells,
                notes,
                other);
    }
}
