package dev.pipemark.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The plan of a run of an earlier version, which did not record plans. It is made from the command line and the settings of
 * the run. This class knows the options of those versions. Newer options must not be added here.
 */
final class EarlierPlan {
    private static final Set<String> FLAGS = Set.of("--dry-run", "--help", "--version");
    private static final Set<String> VALUES = Set.of(
            "--preset",
            "--budget",
            "--codecs",
            "--payloads",
            "--pin",
            "--order",
            "--seed",
            "--results",
            "--resume",
            "--user-jar");

    private EarlierPlan() {}

    static RunPlan of(List<String> commandLine, Map<String, String> settings) {
        List<String> jmh = new ArrayList<>();
        List<String> userJars = new ArrayList<>();
        for (int i = 0; i < commandLine.size(); i++) {
            String word = commandLine.get(i);
            int equals = word.indexOf('=');
            String name = equals < 0 ? word : word.substring(0, equals);
            if (FLAGS.contains(name)) {
                continue;
            } else if (!VALUES.contains(name)) {
                jmh.add(word);
                continue;
            }
            String value =
                    equals >= 0 ? word.substring(equals + 1) : i + 1 < commandLine.size() ? commandLine.get(++i) : "";
            if (name.equals("--user-jar")) {
                userJars.add(value);
            }
        }
        return new RunPlan(
                jmh,
                new RunPlan.Times(
                        number(settings, "settling of both sides"),
                        (int) number(settings, "-wi"),
                        number(settings, "-w"),
                        (int) number(settings, "-i"),
                        number(settings, "-r")),
                settings.getOrDefault("order", "interleaved"),
                settings.getOrDefault("pin", "auto"),
                userJars,
                List.of(),
                // A run of another version is never resumed, so its limits are not needed.
                null,
                null);
    }

    /** Returns the number at the beginning of a setting, such as 200 in {@code 200 ms}. */
    private static long number(Map<String, String> settings, String name) {
        String first = settings.getOrDefault(name, "").split(" ", 2)[0];
        try {
            return Long.parseLong(first);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("run.json is not complete: it has no number for '" + name + "'", e);
        }
    }
}
