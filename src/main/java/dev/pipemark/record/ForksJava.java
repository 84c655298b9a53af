package dev.pipemark.record;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The Java that was measured. With {@code -jvm}, forks run on another Java than the command line. The environment of a
 * run has the Java of the command line.
 */
public final class ForksJava {
    private static final String VM = "jdk.vm";
    private static final String VERSION = "jdk.version";

    private ForksJava() {}

    /** Returns the version as noted by the forks or else by the run, {@code unknown} if neither has it. */
    public static String version(Run run) {
        Set<String> noted = run.noted(VERSION);
        return other(run) && !noted.isEmpty()
                ? String.join(" and ", noted)
                : run.info().environment().getOrDefault(VERSION, "unknown");
    }

    /**
     * Returns the environment of a run. If the forks had another Java than the command line, theirs comes first.
     */
    public static Map<String, String> environment(Run run) {
        RunInfo info = run.info();
        if (!other(run)) {
            return info.environment();
        }
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("forks' " + VERSION, version(run));
        facts.put("forks' " + VM, String.join(" and ", run.noted("java")));
        info.environment()
                .forEach((name, value) -> facts.put(name.startsWith("jdk.") ? "command line's " + name : name, value));
        return facts;
    }

    private static boolean other(Run run) {
        Set<String> noted = run.noted("java");
        return !noted.isEmpty() && !noted.equals(Set.of(run.info().environment().getOrDefault(VM, "")));
    }
}
