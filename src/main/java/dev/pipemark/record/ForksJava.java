package dev.pipemark.record;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The Java that was measured. {@code -jvm} has forks run on another one than the command line, whose own is in the
 * environment of every run.
 */
public final class ForksJava {
    private static final String VM = "jdk.vm";
    private static final String VERSION = "jdk.version";

    private ForksJava() {}

    /** The version, as far as the forks or the run tell. */
    public static String version(Run run) {
        Set<String> noted = run.noted(VERSION);
        return other(run) && !noted.isEmpty()
                ? String.join(" and ", noted)
                : run.info().environment().getOrDefault(VERSION, "unknown");
    }

    /** The environment of a run, with the forks' Java before that of the command line where the two are not the same. */
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
