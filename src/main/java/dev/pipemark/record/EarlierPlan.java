package dev.pipemark.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The plan of a run from before plans were on record, put together from its command line and its settings. The options
 * are those of that time: none is added here when a new one comes up.
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
                // Another version's run is never gone on with, so its limits are of no use.
                null,
                null);
    }

    /** Returns the number that a setting begins with, such as {@code 200 ms}. */
    private static long number(Map<String, String> settings, String name) {
        String first = settings.getOrDefault(name, "").split(" ", 2)[0];
        try {
            return Long.parseLong(first);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("run.json does not say '" + name + "': it is not whole", e);
        }
    }
}
