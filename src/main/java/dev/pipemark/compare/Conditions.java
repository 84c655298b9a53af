package dev.pipemark.compare;

import dev.pipemark.record.Cell;
import dev.pipemark.record.Fork;
import dev.pipemark.record.ForkNote;
import dev.pipemark.record.RunInfo;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The conditions of a cell's measurement: JMH's options and the Java version. Two results may be compared if all facts
 * that define an operation are equal.
 *
 * @param facts the facts by name, in the order of reports. Facts that are not recorded are missing.
 */
record Conditions(Map<String, String> facts) {
    static final String MODE = "mode";
    static final String VM = "forks' JVM";

    private static final String FLAGS = "flags";
    private static final String JAVA = "java";
    private static final String JMH = "JMH";
    private static final String UNIT = "unit";
    private static final String WARM_UPS = "-wi";
    private static final String ITERATIONS = "-i";
    private static final String WARM_UP_BATCH = "-wbs";
    private static final String BATCH = "-bs";
    private static final String OPERATIONS = "-opi";
    private static final String SINGLE_SHOT = "ss";
    private static final Set<String> TIMES = Set.of("-w", "-r");

    /** The names here, by the names in the notes of forks and in the settings of runs. */
    private static final Map<String, String> NAMES = names();

    Conditions {
        facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
    }

    /** Returns all names of facts. */
    static Set<String> all() {
        Set<String> all = new LinkedHashSet<>(List.of(MODE));
        all.addAll(NAMES.values());
        return all;
    }

    /**
     * Returns the conditions of one cell, from the notes of its forks, or from the settings of the run if the notes
     * lack them.
     */
    static Conditions of(Cell cell, List<Fork> forks, RunInfo info) {
        // The suite's own cell contains its mode if the plan has several modes, whether or not a fork finished.
        String planned = cell.foreign() ? null : cell.parameters().get(MODE);
        Map<String, String> noted = new LinkedHashMap<>();
        for (String name : NAMES.keySet()) {
            String setting = setting(name, info);
            String values = joined(forks, fork -> noted(fork, name));
            // A fork's note of its flags contains paths that differ each time.
            if (setting != null && (values.isEmpty() || name.equals(FLAGS))) {
                noted.put(name, setting);
            } else if (!values.isEmpty()
                    || forks.stream().anyMatch(fork -> fork.note().facts().containsKey(name))) {
                noted.put(name, values);
            }
        }
        return of(planned != null ? planned : joined(forks, Fork::mode), joined(forks, Fork::unit), noted);
    }

    /**
     * Creates conditions.
     *
     * @param mode the mode, or empty if unknown
     * @param noted values by the names in the notes of forks
     */
    static Conditions of(String mode, String unit, Map<String, String> noted) {
        Map<String, String> facts = new LinkedHashMap<>();
        put(facts, MODE, mode);
        put(facts, UNIT, unit);
        NAMES.forEach((note, name) -> put(facts, name, noted.getOrDefault(note, "")));
        if (noted.containsKey(FLAGS)) {
            facts.put(FLAGS, noted.getOrDefault(FLAGS, "").isEmpty() ? "none" : noted.getOrDefault(FLAGS, ""));
        }
        return new Conditions(facts);
    }

    /** Returns the identifying facts under the names of JMH's options. */
    Map<String, String> options() {
        Map<String, String> options = new LinkedHashMap<>();
        identity().forEach((fact, value) -> {
            if (!fact.equals(UNIT)) {
                options.put(fact.equals(MODE) ? "-bm" : fact.equals(ForkNote.THREADS) ? "-t" : fact, value);
            }
        });
        return options;
    }

    /** Returns the facts that define an operation of the benchmark, in the order of {@link #facts}. */
    Map<String, String> identity() {
        Map<String, String> identity = new LinkedHashMap<>(facts);
        identity.keySet().removeIf(name -> !identifies(name));
        return identity;
    }

    /**
     * Returns why two results must not be compared: a clause for each differing fact, or none if no known fact forbids
     * it.
     */
    List<String> unlike(Conditions candidate) {
        List<String> clauses = new ArrayList<>();
        for (Map.Entry<String, String> fact : facts.entrySet()) {
            String name = fact.getKey();
            String other = candidate.facts.get(name);
            boolean told = name.equals(UNIT) && !clauses.isEmpty();
            if (other != null && !other.equals(fact.getValue()) && identifies(name) && !told) {
                clauses.add("the " + words(name) + " differs (base " + fact.getValue() + ", new " + other + ")");
            }
        }
        return clauses;
    }

    /** Returns the most important facts in one text: {@code thrpt, threads 4}. */
    String brief() {
        List<String> words = new ArrayList<>();
        identity().forEach((name, value) -> {
            if (!name.equals(UNIT)) {
                words.add(name.equals(MODE) ? value : name + " " + value);
            }
        });
        return String.join(", ", words);
    }

    /**
     * Returns whether the fact defines an operation. With a batch, an operation has as many calls as the batch size. A
     * single shot is one call after a number of warm-up calls, which determine how warm the code is.
     */
    private boolean identifies(String name) {
        return switch (name) {
            case MODE, UNIT, ForkNote.THREADS, ForkNote.GROUPS, BATCH, OPERATIONS -> true;
            case WARM_UPS, ITERATIONS, WARM_UP_BATCH -> SINGLE_SHOT.equals(facts.get(MODE));
            default -> false;
        };
    }

    private static String words(String name) {
        return switch (name) {
            case BATCH -> "batch size (-bs)";
            case WARM_UP_BATCH -> "batch size of the warm-up (-wbs)";
            case OPERATIONS -> "number of operations per invocation (-opi)";
            case WARM_UPS -> "number of warm-up iterations (-wi)";
            case ITERATIONS -> "number of iterations (-i)";
            case ForkNote.THREADS -> "number of threads";
            case ForkNote.GROUPS -> "number of threads of each method in a group (-tg)";
            default -> name;
        };
    }

    private static String joined(List<Fork> forks, Function<Fork, String> fact) {
        return forks.stream()
                .map(fact)
                .filter(value -> !value.isEmpty())
                .distinct()
                .sorted()
                .collect(Collectors.joining(" and "));
    }

    private static String noted(Fork fork, String name) {
        Map<String, String> facts = fork.note().facts();
        return name.equals(JAVA) && !facts.containsKey(name) && facts.containsKey("vm.name")
                ? facts.getOrDefault("vm.name", "") + " " + facts.getOrDefault("vm.version", "")
                : facts.getOrDefault(name, "");
    }

    /** Returns the run's setting for all its cells, or {@code null} if it is not recorded. */
    private static @Nullable String setting(String name, RunInfo info) {
        return switch (name) {
            case ForkNote.FORKS -> info.rounds() > 0 ? String.valueOf(info.rounds()) : null;
            case JMH -> info.libraries().get("org.openjdk.jmh:jmh-core");
            default -> info.settings().get(name);
        };
    }

    private static void put(Map<String, String> facts, String name, String value) {
        if (!value.isEmpty()) {
            facts.put(name, TIMES.contains(name) ? time(value) : value);
        }
    }

    /** Converts a time, so that {@code 1 s} and {@code 1000 ms} are equal. */
    private static String time(String text) {
        String[] words = text.strip().split(" ");
        try {
            BigDecimal nanos = new BigDecimal(words[0])
                    .multiply(BigDecimal.valueOf(JmhUnit.of(words[1] + "/op").factor()));
            return nanos.movePointLeft(6).stripTrailingZeros().toPlainString() + " ms";
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
            // JMH writes "single-shot" instead of a time.
            return text;
        }
    }

    private static Map<String, String> names() {
        Map<String, String> names = new LinkedHashMap<>();
        names.put(ForkNote.THREADS, ForkNote.THREADS);
        names.put(ForkNote.GROUPS, ForkNote.GROUPS);
        names.put(ForkNote.FORKS, ForkNote.FORKS);
        names.put(WARM_UPS, WARM_UPS);
        names.put("-w", "-w");
        names.put(WARM_UP_BATCH, WARM_UP_BATCH);
        names.put(ITERATIONS, ITERATIONS);
        names.put("-r", "-r");
        names.put(BATCH, BATCH);
        names.put(OPERATIONS, OPERATIONS);
        List.of("-gc", "-si", "-wf").forEach(option -> names.put(option, option));
        names.put(JAVA, VM);
        names.put("jdk.version", "forks' JDK");
        names.put("jvm", "jvm");
        names.put(FLAGS, FLAGS);
        names.put(JMH, JMH);
        return Collections.unmodifiableMap(names);
    }
}
