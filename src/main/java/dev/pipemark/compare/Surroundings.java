package dev.pipemark.compare;

import dev.pipemark.machine.Environment;
import dev.pipemark.record.FixedWork;
import dev.pipemark.record.Fork;
import dev.pipemark.record.Run;
import dev.pipemark.record.RunInfo;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What two runs differ by beside their numbers.
 *
 * @param obstacles why their numbers must not be compared, each a clause; none when they may be
 * @param differences every recorded fact that differs, obstacles among them
 * @param unknowns what cannot be known of either, in words
 */
public record Surroundings(List<String> obstacles, List<EnvironmentDifference> differences, List<String> unknowns) {
    private static final String MISSING = "not recorded";

    /** How busy the machine was: never the same twice. */
    private static final Set<String> LOAD = Set.of("load1", "steal", "idle", "ticks.steal", "ticks.all");

    /** Put together from facts that are compared one by one. */
    private static final Set<String> COMPOSED = Set.of("identity.jdk", "identity.machine", "-f", "budget");

    public Surroundings {
        obstacles = List.copyOf(obstacles);
        differences = List.copyOf(differences);
        unknowns = List.copyOf(unknowns);
    }

    static Surroundings of(ComparedRun base, ComparedRun candidate, FixedWork work) {
        List<String> unknowns = new ArrayList<>();
        base.unknowns().forEach(unknown -> unknowns.add("base: " + unknown));
        candidate.unknowns().forEach(unknown -> unknowns.add("new: " + unknown));
        List<String> obstacles = new ArrayList<>();
        obstacle("CPU model", cpu(base), cpu(candidate), obstacles, unknowns);
        obstacle("JDK", vm(base.run()), vm(candidate.run()), obstacles, unknowns);
        obstacle("JDK's vendor", vendor(base), vendor(candidate), obstacles, List.of());
        payloads(base, candidate, obstacles, unknowns);
        machine(work, unknowns);
        return new Surroundings(obstacles, differences(base, candidate), unknowns);
    }

    private static void machine(FixedWork work, List<String> unknowns) {
        if (!work.known()) {
            unknowns.add(
                    "whether the machine was as fast in both: not both have its fixed arithmetic, and no interval is"
                            + " widened for it");
        } else if (work.times() != 1) {
            unknowns.add(String.format(
                    Locale.ROOT,
                    "what of the differences is the machine's: its fixed arithmetic took × %.2f of its time, by which every"
                            + " interval is widened",
                    work.times()));
        }
    }

    private static void obstacle(
            String what, String base, String candidate, List<String> obstacles, List<String> unknowns) {
        boolean unknown = base.equals(Environment.UNKNOWN) || candidate.equals(Environment.UNKNOWN);
        if (!unknown && !base.equals(candidate)) {
            obstacles.add("the " + what + " differs (base: " + base + "; new: " + candidate + ")");
        } else if (unknown && what.equals("JDK")) {
            unknowns.add("whether the JDK is the same");
        }
    }

    private static void payloads(
            ComparedRun base, ComparedRun candidate, List<String> obstacles, List<String> unknowns) {
        Map<String, String> before = digests(base.run());
        List<String> changed = new ArrayList<>();
        List<String> unsure = new ArrayList<>();
        digests(candidate.run()).forEach((payload, digest) -> {
            String then = before.get(payload);
            if (then == null) {
                return;
            }
            if (then.isEmpty() || digest.isEmpty()) {
                unsure.add(payload);
            } else if (!then.equals(digest)) {
                changed.add(payload);
            }
        });
        if (!changed.isEmpty()) {
            obstacles.add("the values of " + String.join(", ", changed) + " differ (payload digest)");
        }
        boolean said = !base.unknowns().isEmpty() || !candidate.unknowns().isEmpty();
        if (!unsure.isEmpty() && !said) {
            unknowns.add("whether the values of " + String.join(", ", unsure) + " are the same: no digest");
        }
    }

    private static Map<String, String> digests(Run run) {
        Map<String, String> digests = new LinkedHashMap<>();
        run.info().payloads().forEach(payload -> digests.put(payload.id(), payload.digest()));
        return digests;
    }

    private static String cpu(ComparedRun of) {
        return of.run().info().environment().getOrDefault("cpu.model", Environment.UNKNOWN);
    }

    /** The command line's, which forks share unless {@code -jvm} names another. */
    private static String vendor(ComparedRun of) {
        return of.run().info().environment().getOrDefault("jdk.vendor", Environment.UNKNOWN);
    }

    /** What the forks themselves ran on; that of the command line where they do not say. */
    private static String vm(Run run) {
        Set<String> forks = new LinkedHashSet<>();
        for (Fork fork : run.forks()) {
            String vm = fork.note().facts().get("java");
            if (vm != null) {
                forks.add(vm);
            }
        }
        return forks.isEmpty()
                ? run.info().environment().getOrDefault("jdk.vm", Environment.UNKNOWN)
                : forks.stream().sorted().collect(Collectors.joining(", "));
    }

    private static List<EnvironmentDifference> differences(ComparedRun base, ComparedRun candidate) {
        Map<String, String> before = facts(base.run());
        Map<String, String> after = facts(candidate.run());
        Set<String> names = new LinkedHashSet<>(before.keySet());
        if (base.foreign() || candidate.foreign()) {
            // A file without the fact says nothing of it.
            names.retainAll(after.keySet());
        } else {
            names.addAll(after.keySet());
        }
        List<EnvironmentDifference> differences = new ArrayList<>();
        for (String name : names) {
            String then = before.getOrDefault(name, MISSING);
            String now = after.getOrDefault(name, MISSING);
            if (!then.equals(now)) {
                differences.add(new EnvironmentDifference(name, then, now));
            }
        }
        return differences;
    }

    private static Map<String, String> facts(Run run) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("forks' JVM", vm(run));
        RunInfo info = run.info();
        facts.put("seed", Long.toString(info.seed()));
        info.environment().forEach(facts::put);
        info.settings().forEach(facts::put);
        info.libraries().forEach(facts::put);
        facts.keySet().removeAll(LOAD);
        facts.keySet().removeAll(COMPOSED);
        return facts;
    }
}
