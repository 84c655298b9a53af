package dev.pipemark.compare;

import dev.pipemark.machine.Environment;
import dev.pipemark.record.FixedWork;
import dev.pipemark.record.Run;
import dev.pipemark.record.RunInfo;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The facts that differ between two runs beside their measurements.
 *
 * @param obstacles why the measurements must not be compared, one clause each. Empty if they may be.
 * @param differences every recorded fact that differs, including obstacles
 * @param unknowns the facts that are not available in a run, in words
 */
public record Surroundings(List<String> obstacles, List<EnvironmentDifference> differences, List<String> unknowns) {
    private static final String VM = "jdk.vm";

    /** The load of the machine, which always differs. */
    private static final Set<String> LOAD = Set.of("load1", "steal", "idle", "ticks.steal", "ticks.all");

    /** The facts that are composed of others. Their parts are compared separately. */
    private static final Set<String> COMPOSED = Set.of("identity.jdk", "identity.machine", "-f", "budget");

    public Surroundings {
        obstacles = List.copyOf(obstacles);
        differences = List.copyOf(differences);
        unknowns = List.copyOf(unknowns);
    }

    static Surroundings of(ComparedRun base, ComparedRun candidate, FixedWork work, List<Counterparts.Pair> pairs) {
        List<String> unknowns = new ArrayList<>();
        base.unknowns().forEach(unknown -> unknowns.add(side("base", unknown, candidate) + ": " + unknown));
        candidate.unknowns().stream()
                .filter(unknown -> !base.unknowns().contains(unknown))
                .forEach(unknown -> unknowns.add("new: " + unknown));
        List<String> obstacles = new ArrayList<>();
        obstacle("CPU model", cpu(base), cpu(candidate), obstacles, unknowns);
        java(base.run(), candidate.run(), obstacles, unknowns);
        obstacle("JDK's vendor", vendor(base), vendor(candidate), obstacles, List.of());
        payloads(base, candidate, obstacles, unknowns);
        machine(work, unknowns);
        List<EnvironmentDifference> differences = new ArrayList<>(ConditionValues.differences(pairs, unknowns));
        differences.addAll(differences(base, candidate));
        return new Surroundings(obstacles, differences, unknowns);
    }

    private static String side(String side, String unknown, ComparedRun other) {
        return other.unknowns().contains(unknown) ? "both" : side;
    }

    /** Old JMH files have the version of the JDK but not the VM. */
    private static void java(Run base, Run candidate, List<String> obstacles, List<String> unknowns) {
        boolean vms = !vm(base).equals(Environment.UNKNOWN) && !vm(candidate).equals(Environment.UNKNOWN);
        String one = vms ? vm(base) : noted(base, "jdk.version");
        String other = vms ? vm(candidate) : noted(candidate, "jdk.version");
        obstacle("JDK", one, other, obstacles, unknowns);
    }

    private static void machine(FixedWork work, List<String> unknowns) {
        if (!work.known()) {
            unknowns.add(
                    "whether the machine was equally fast in both: a run lacks the fixed arithmetic, so no interval is widened");
        } else if (work.times() != 1) {
            unknowns.add(String.format(
                    Locale.ROOT,
                    "which part of the differences comes from the machine: its fixed arithmetic took × %.2f of its time, so"
                            + " every interval is widened by that factor",
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

    /** Returns the vendor of the command line's JDK. The forks use the same JDK unless {@code -jvm} names another. */
    private static String vendor(ComparedRun of) {
        Map<String, String> environment = of.run().info().environment();
        return vm(of.run()).equals(environment.get(VM))
                ? environment.getOrDefault("jdk.vendor", Environment.UNKNOWN)
                : Environment.UNKNOWN;
    }

    /** Returns the VM of the forks, or that of the command line if the forks do not record it. */
    private static String vm(Run run) {
        String noted = noted(run, "java");
        return noted.equals(Environment.UNKNOWN)
                ? run.info().environment().getOrDefault(VM, Environment.UNKNOWN)
                : noted;
    }

    private static String noted(Run run, String fact) {
        Set<String> noted = run.noted(fact);
        return noted.isEmpty() ? Environment.UNKNOWN : String.join(", ", noted);
    }

    private static List<EnvironmentDifference> differences(ComparedRun base, ComparedRun candidate) {
        Map<String, String> before = facts(base);
        Map<String, String> after = facts(candidate);
        Set<String> names = new LinkedHashSet<>(before.keySet());
        if (base.foreign() || candidate.foreign()) {
            // A file without the fact gives no information about it.
            names.retainAll(after.keySet());
        } else {
            names.addAll(after.keySet());
        }
        List<EnvironmentDifference> differences = new ArrayList<>();
        for (String name : names) {
            String then = before.getOrDefault(name, EnvironmentDifference.MISSING);
            String now = after.getOrDefault(name, EnvironmentDifference.MISSING);
            if (!then.equals(now)) {
                differences.add(new EnvironmentDifference(name, then, now));
            }
        }
        return differences;
    }

    private static Map<String, String> facts(ComparedRun of) {
        Map<String, String> facts = new LinkedHashMap<>();
        RunInfo info = of.run().info();
        if (!of.foreign()) {
            facts.put("seed", Long.toString(info.seed()));
        }
        info.environment().forEach(facts::put);
        info.settings().forEach(facts::put);
        info.libraries().forEach(facts::put);
        facts.keySet().removeAll(LOAD);
        facts.keySet().removeAll(COMPOSED);
        // These facts are compared cell by cell.
        facts.keySet().removeAll(Conditions.all());
        return facts;
    }
}
