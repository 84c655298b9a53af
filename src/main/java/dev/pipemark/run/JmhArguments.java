package dev.pipemark.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Defaults;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.openjdk.jmh.runner.options.WarmupMode;

/** The part of a command line that belongs to JMH, read by JMH's own parser. */
public final class JmhArguments {
    private final List<String> words;
    private final CommandLineOptions options;

    private JmhArguments(List<String> words, CommandLineOptions options) {
        this.words = List.copyOf(words);
        this.options = options;
    }

    /**
     * Parses arguments.
     *
     * @throws IllegalArgumentException if JMH refuses them; the message is JMH's reason
     */
    public static JmhArguments parse(List<String> args) {
        try {
            return new JmhArguments(args, new CommandLineOptions(args.toArray(String[]::new)));
        } catch (CommandLineOptionException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    /** Returns the arguments as given. */
    public List<String> words() {
        return words;
    }

    Options options() {
        return options;
    }

    public List<String> includes() {
        return options.getIncludes();
    }

    public List<String> excludes() {
        return options.getExcludes();
    }

    /** Returns the values of one {@code -p}. */
    public List<String> parameter(String name) {
        return List.copyOf(options.getParameter(name).orElse(List.of()));
    }

    /** Returns the value of {@code -f}, which may be zero. */
    public Optional<Integer> forks() {
        return Optional.ofNullable(options.getForkCount().orElse(null));
    }

    /** Returns whether {@code -wm} or {@code -wmb} requests that one JVM warms up several benchmarks. */
    public boolean bulkWarmup() {
        return options.getWarmupMode().orElse(WarmupMode.INDI) != WarmupMode.INDI
                || !options.getWarmupIncludes().isEmpty();
    }

    /** Returns why forks cannot take turns with these options: JMH would work outside of the turns. Empty if they can. */
    public Optional<String> againstTurns() {
        if (!options.shouldSyncIterations().orElse(true)) {
            return Optional.of("-si false ends an iteration while its fork still waits for its turn");
        } else if (options.shouldDoGC().orElse(false)) {
            return Optional.of("-gc true collects garbage while another fork has its turn");
        } else if (options.getThreads().orElse(1) != 1
                || options.getThreadGroups().hasValue()) {
            return Optional.of("-t and -tg run several threads in a fork, and a turn has one thread");
        } else if (!options.getProfilers().isEmpty()) {
            return Optional.of("-prof starts profilers while another fork has its turn");
        } else if (options.getWarmupForkCount().orElse(0) > 0) {
            return Optional.of("-wf runs warm-up forks, which take no turns, beside the others");
        } else if (options.getTimeout().hasValue()) {
            return Optional.of("-to also counts the time in which a fork waits for its turn");
        }
        return Optional.empty();
    }

    /** Returns whether the first failure ends the run: {@code -foe}. */
    public boolean stopAtFailure() {
        return options.shouldFailOnError().orElse(false);
    }

    /** Returns the second file for JMH's text: {@code -o}. */
    Optional<Path> output() {
        return Optional.ofNullable(options.getOutput().orElse(null)).map(Path::of);
    }

    VerboseMode verbosity() {
        return options.verbosity().orElse(Defaults.VERBOSITY);
    }

    ResultFormatType resultFormat() {
        return options.getResultFormat().orElse(Defaults.RESULT_FORMAT);
    }

    /** Returns the result file that {@code -rff}, or {@code -rf} alone, requests. */
    Optional<Path> resultFile() {
        if (!options.getResult().hasValue() && !options.getResultFormat().hasValue()) {
            return Optional.empty();
        }
        String name =
                Defaults.RESULT_FILE_PREFIX + "." + resultFormat().toString().toLowerCase(Locale.ENGLISH);
        return Optional.of(Path.of(options.getResult().orElse(name)));
    }

    /** Returns whether help is requested: {@code -h}. */
    public boolean help() {
        return options.shouldHelp();
    }

    /**
     * Lets JMH print its help or one of its lists to the standard output, if one is requested.
     *
     * @return whether one was requested
     * @throws IOException if it cannot be printed
     */
    public boolean print() throws IOException {
        if (options.shouldHelp()) {
            options.showHelp();
        } else if (options.shouldList()) {
            new Runner(options).list();
        } else if (options.shouldListWithParams()) {
            new Runner(options).listWithParams(options);
        } else if (options.shouldListProfilers()) {
            options.listProfilers();
        } else if (options.shouldListResultFormats()) {
            options.listResultFormats();
        } else {
            return false;
        }
        return true;
    }
}
