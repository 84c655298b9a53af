package dev.pipemark.cli;

import dev.pipemark.machine.Memory;
import dev.pipemark.record.Arm;
import dev.pipemark.record.RunInfo;
import dev.pipemark.record.RunPlan;
import dev.pipemark.run.ArmPlan;
import dev.pipemark.run.Arms;
import dev.pipemark.run.Benchmarks;
import dev.pipemark.run.Budget;
import dev.pipemark.run.Division;
import dev.pipemark.run.JmhArguments;
import dev.pipemark.run.Order;
import dev.pipemark.run.Plan;
import dev.pipemark.run.Planner;
import dev.pipemark.run.RunDraft;
import dev.pipemark.run.Selection;
import dev.pipemark.run.Stock;
import dev.pipemark.run.TimeModel;
import dev.pipemark.run.Until;
import dev.pipemark.stats.Stats;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BiFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/**
 * A parsed command line of {@code run}: the suite's long options, and JMH's own options.
 *
 * @param typed the words of the command line, as they are recorded
 */
record RunRequest(List<String> typed, OwnOptions own, JmhArguments jmh) {
    private static final List<String> PINS = List.of("auto", "same", "none");
    /** Options with a value that may be given when a run is resumed. */
    private static final Set<String> RESUMED = Set.of("--resume", "--until", "--budget");

    private static final String NO_TABLE =
            "--until needs two codecs or more for one payload in encode, decode, stream or roundTrip";

    private static final List<String> ORDERS =
            Stream.of(Order.values()).map(Order::label).toList();
    private static final Set<String> JMH_FLAGS = Set.of("l", "lp", "lrf", "lprof", "h");
    private static final Set<String> JMH_VALUES = Set.of(
            "i",
            "bs",
            "r",
            "wi",
            "wbs",
            "w",
            "to",
            "t",
            "bm",
            "si",
            "gc",
            "foe",
            "v",
            "f",
            "wf",
            "o",
            "rff",
            "prof",
            "tg",
            "jvm",
            "jvmArgs",
            "jvmArgsAppend",
            "jvmArgsPrepend",
            "tu",
            "opi",
            "rf",
            "wm",
            "e",
            "p",
            "wmb");

    RunRequest {
        typed = List.copyOf(typed);
    }

    /**
     * Parses a command line.
     *
     * @throws UsageException if an option is unknown, malformed, or cannot be followed
     */
    static RunRequest parse(List<String> typed) throws UsageException {
        OwnOptions own = new OwnOptions();
        CommandLine parser = parser(own);
        List<String> rest;
        try {
            rest = parser.parseArgs(typed.toArray(String[]::new)).unmatched();
        } catch (CommandLine.ParameterException e) {
            throw new UsageException(sentence(String.valueOf(e.getMessage())));
        }
        refuseUnknown(rest, parser);
        JmhArguments jmh;
        try {
            jmh = JmhArguments.parse(rest);
        } catch (IllegalArgumentException e) {
            throw new UsageException(sentence(String.valueOf(e.getMessage())));
        }
        RunRequest request = new RunRequest(typed, own, jmh);
        request.check();
        return request;
    }

    static CommandLine parser(OwnOptions own) {
        return new CommandLine(own)
                .setUnmatchedArgumentsAllowed(true)
                .setExpandAtFiles(false)
                .setPosixClusteredShortOptionsAllowed(false);
    }

    Selection selection() throws UsageException {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        List<String> codecs = new ArrayList<>(own.codecs);
        List<String> payloads = new ArrayList<>(own.payloads);
        for (String name : parameterNames()) {
            List<String> values = jmh.parameter(name);
            if (name.equals("codec")) {
                codecs.addAll(values);
            } else if (name.equals("payload")) {
                payloads.addAll(values);
            } else {
                parameters.put(name, values);
            }
        }
        return new Selection(
                own.preset == null ? "" : own.preset,
                jmh.includes(),
                jmh.excludes(),
                codecs,
                payloads,
                parameters,
                jmh.forks().orElse(0));
    }

    /** Returns the requested run, cut to its budget. */
    RunDraft draft(Stock stock, Benchmarks benchmarks) throws UsageException {
        Plan whole = new Planner(benchmarks, stock.offer()).plan(selection(), jmh);
        return draft(stock, benchmarks, whole, (plan, estimate) -> plan);
    }

    /**
     * Returns a run with the requested arms, cut to its budget.
     *
     * @param shortened returns a shorter plan with its arms. It receives the whole plan, and a function that returns the time of a
     *     plan in seconds
     */
    RunDraft draft(
            Stock stock, Benchmarks benchmarks, Plan whole, BiFunction<Plan, ToDoubleFunction<Plan>, Plan> shortened)
            throws UsageException {
        List<Arm> arms = Arms.of(own.arms, stock, jmh);
        if (own.failOn != null && arms.stream().allMatch(arm -> arm.worker() != null)) {
            throw new UsageException(
                    "--fail-on regression judges arms with another library, Java or flags, and all arms of this run"
                            + " have a worker in another language: leave out --fail-on, or add an --arm of that kind");
        }
        TimeModel model = new TimeModel(benchmarks, stock.offer().payloads());
        Duration budget = budget();
        Division division = Division.of(order(), own.sittingForks, List.of(), Memory.here());
        ToDoubleFunction<Plan> estimate = cut -> model.run(cut, division.round(cut.cells()), stock.offer(), jmh);
        Plan plan = shortened.apply(ArmPlan.of(whole, arms, stock, jmh), estimate);
        if (budget != null) {
            plan = Budget.fit(plan, budget, estimate);
        }
        if (own.failOn != null && plan.rounds() < Stats.FORKS_FOR_INTERVAL) {
            throw new UsageException("--fail-on regression: no verdict is given on fewer than "
                    + Stats.FORKS_FOR_INTERVAL + " rounds: use -f " + Stats.FORKS_FOR_INTERVAL + " or more");
        }
        Duration deadline = deadline();
        Double goal = goal();
        if (goal != null && !Until.applies(plan.cells())) {
            throw new UsageException(NO_TABLE);
        }
        RunPlan how = new RunPlan(
                jmh.words(),
                plan.timing().times(),
                order().label(),
                pin(),
                stock.userJars().stream()
                        .map(jar -> jar.toAbsolutePath().toString())
                        .toList(),
                arms,
                budget == null ? null : budget.toMillis() / 1e3,
                deadline == null ? null : deadline.toMillis() / 1e3,
                goal,
                own.sittingForks,
                own.turnIterations);
        return new RunDraft(
                plan,
                how,
                own.seed == null ? ThreadLocalRandom.current().nextInt(1, 1_000_000) : own.seed,
                typed,
                stock,
                estimate.applyAsDouble(plan));
    }

    /** Returns whether the user has said nothing about how much to measure. */
    boolean leavesSizeOpen() throws UsageException {
        Selection selection = selection();
        return own.budget == null
                && own.until == null
                && own.failOn == null
                && own.arms.isEmpty()
                && selection.preset().isEmpty()
                && selection.codecs().isEmpty()
                && selection.rounds() == 0;
    }

    String pin() {
        return own.pin == null ? "same" : own.pin;
    }

    Order order() {
        return Stream.of(Order.values())
                .filter(order -> order.label().equals(own.order))
                .findFirst()
                .orElse(Order.SIDE_BY_SIDE);
    }

    /** Returns the plan of a resumed run, with the new limits. */
    RunPlan resumed(RunInfo info) throws UsageException {
        Duration budget = budget();
        Double goal = goal();
        if (goal != null && !Until.applies(info.cells())) {
            throw new UsageException(NO_TABLE);
        }
        RunPlan plan = info.plan();
        return plan.with(
                budget == null ? plan.budgetSeconds() : Double.valueOf(budget.toMillis() / 1e3),
                goal == null ? plan.until() : goal);
    }

    @Nullable
    Double goal() {
        return own.until == null ? null : Double.valueOf(Until.parse(own.until));
    }

    @Nullable
    Duration budget() {
        return own.budget == null ? null : Budget.parse(own.budget);
    }

    @Nullable
    Duration deadline() {
        return own.deadline == null ? null : Budget.parse(own.deadline);
    }

    Path results() {
        return own.results == null ? Path.of("results") : own.results;
    }

    private void check() throws UsageException {
        oneOf("--pin", own.pin, PINS);
        if (!own.yours.asked()) {
            own.yours.requireNone();
            if (own.values != null) {
                throw new UsageException("--values needs --class, the class of the values");
            }
        } else if (!own.payloads.isEmpty()) {
            throw new UsageException("--payloads and --class cannot be combined: leave one of them out");
        }
        oneOf("--order", own.order, ORDERS);
        if (order() == Order.SIDE_BY_SIDE) {
            String reason = jmh.againstTurns().orElse(null);
            if (reason != null) {
                throw new UsageException(reason + ": choose --order interleaved, or leave out this option");
            }
        }
        if (own.sittingForks != null && own.sittingForks < Division.LEAST) {
            throw new UsageException("--sitting-forks takes a number from " + Division.LEAST + ", not "
                    + own.sittingForks + ": two cells join the groups, so a smaller group would have no other cell");
        }
        if (own.sittingForks != null && order() != Order.SIDE_BY_SIDE) {
            throw new UsageException("--sitting-forks needs --order side-by-side: otherwise no forks take turns");
        }
        if (own.turnIterations != null && own.turnIterations < 1) {
            throw new UsageException("--turn-iterations takes a number from 1, not " + own.turnIterations);
        }
        if (own.turnIterations != null && order() != Order.SIDE_BY_SIDE) {
            throw new UsageException("--turn-iterations needs --order side-by-side: otherwise no forks take turns");
        }
        if (jmh.forks().orElse(1) == 0) {
            throw new UsageException(
                    "-f 0 would run all codecs in this process: a hang or crash would end the run, and the"
                            + " JVM would compile calls for all codecs at once; use -f 1 or more");
        }
        if (jmh.bulkWarmup()) {
            throw new UsageException(
                    "-wm BULK and -wmb warm up several benchmarks in one process: the JVM would compile"
                            + " calls for all of them at once; leave these options out");
        }
        oneOf("--fail-on", own.failOn, List.of("regression"));
        if (own.failOn != null && own.arms.isEmpty()) {
            throw new UsageException(
                    "--fail-on regression needs an --arm; 'compare BASE NEW --fail-on regression' judges"
                            + " two runs");
        }
        if (own.budget != null) {
            try {
                Budget.parse(own.budget);
            } catch (IllegalArgumentException e) {
                throw new UsageException("--budget " + e.getMessage());
            }
        }
        if (own.deadline != null) {
            try {
                Budget.parse(own.deadline);
            } catch (IllegalArgumentException e) {
                throw new UsageException("--deadline " + e.getMessage());
            }
        }
        if (own.until != null) {
            try {
                Until.parse(own.until);
            } catch (IllegalArgumentException e) {
                throw new UsageException("--until " + e.getMessage());
            }
        }
        if (own.resume != null && typed.size() > resumeWords()) {
            throw new UsageException("--resume uses the plan and the options of that run: the only other options are"
                    + " --until, --budget and --dry-run");
        }
    }

    /** Returns the number of words that may be given with {@code --resume}. */
    private int resumeWords() {
        int words = 0;
        for (String word : typed) {
            words += word.equals("--dry-run")
                    ? 1
                    : RESUMED.contains(word)
                            ? 2
                            : RESUMED.stream().anyMatch(option -> word.startsWith(option + "=")) ? 1 : 0;
        }
        return words;
    }

    private static void oneOf(String option, @Nullable String value, List<String> known) throws UsageException {
        if (value != null && !known.contains(value)) {
            throw new UsageException(option + " takes " + String.join(", ", known) + ", not '" + value + "'"
                    + Suggestion.phrase(value, known));
        }
    }

    /** Returns the names given to {@code -p}. JMH provides them only one at a time. */
    private List<String> parameterNames() {
        Set<String> names = new LinkedHashSet<>();
        for (int i = 0; i < typed.size(); i++) {
            String word = typed.get(i).replaceFirst("^--p", "-p");
            String value = word.equals("-p") && i + 1 < typed.size()
                    ? typed.get(i + 1)
                    : word.startsWith("-p=") ? word.substring("-p=".length()) : "";
            if (value.contains("=")) {
                names.add(value.substring(0, value.indexOf('=')));
            }
        }
        return List.copyOf(names);
    }

    private static void refuseUnknown(List<String> rest, CommandLine parser) throws UsageException {
        boolean valueNext = false;
        for (String word : rest) {
            if (valueNext) {
                valueNext = false;
                continue;
            }
            if (!word.startsWith("-") || word.length() < 2) {
                continue;
            }
            String name = word.replaceFirst("^--?", "").replaceFirst("=.*", "");
            if (JMH_FLAGS.contains(name)) {
                continue;
            }
            if (JMH_VALUES.contains(name)) {
                valueNext = !word.contains("=");
                continue;
            }
            boolean joined = !word.startsWith("--") && JMH_VALUES.contains(name.substring(0, 1)) && joinable(name);
            if (!joined) {
                throw new UsageException("there is no option '" + word.replaceFirst("=.*", "") + "'"
                        + Suggestion.phrase(word.replaceFirst("=.*", ""), options(parser)));
            }
        }
    }

    /** Matches {@code -f5}: a one-letter option of JMH with its number. */
    private static boolean joinable(String name) {
        return name.substring(1).matches("\\d+\\w*");
    }

    private static List<String> options(CommandLine parser) {
        List<String> names = new ArrayList<>();
        for (OptionSpec option : parser.getCommandSpec().options()) {
            names.addAll(Arrays.asList(option.names()));
        }
        JMH_FLAGS.stream().sorted().forEach(name -> names.add("-" + name));
        JMH_VALUES.stream().sorted().forEach(name -> names.add("-" + name));
        return names;
    }

    private static String sentence(String message) {
        String line = message.lines().findFirst().orElse("").strip();
        return line.isEmpty() ? line : line.substring(0, 1).toLowerCase(Locale.ROOT) + line.substring(1);
    }
}
