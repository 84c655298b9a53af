package dev.pipemark.cli;

import dev.pipemark.run.UnknownNameException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The entry point. The first word chooses a command when it is exactly one's name; anything else is a command line for
 * {@code run}, so that a regular expression means what it means to JMH.
 */
public final class Main {
    /** Every command with its line of help, in the order in which they are printed. */
    static final Map<String, String> COMMANDS = commands();

    private Main() {}

    public static void main(String[] args) {
        int code = run(Arrays.asList(args), Terminal.system());
        System.exit(code);
    }

    static int run(List<String> args, Terminal terminal) {
        try {
            return dispatch(args, terminal);
        } catch (UsageException e) {
            terminal.err().println(e.getMessage());
        } catch (UnknownNameException e) {
            terminal.err().println(unknown(e));
        } catch (IllegalArgumentException e) {
            terminal.err().println(e.getMessage());
        } catch (UncheckedIOException | IOException e) {
            terminal.err().println(e.getMessage() == null ? e.toString() : e.getMessage());
        }
        return ExitCode.USAGE;
    }

    private static int dispatch(List<String> args, Terminal terminal) throws UsageException, IOException {
        String first = args.isEmpty() ? "" : args.get(0);
        if (!COMMANDS.containsKey(first)) {
            return RunCommand.execute(args, terminal);
        }
        List<String> rest = args.subList(1, args.size());
        return switch (first) {
            case "report" -> ReportCommand.execute(rest, terminal);
            case "compare" -> CompareCommand.execute(rest, terminal);
            case "prove" -> ProveCommand.execute(rest, terminal);
            case "probe" -> ProbeCommand.execute(rest, terminal);
            case "codecs" -> ListCommands.codecs(rest, terminal);
            case "payloads" -> ListCommands.payloads(rest, terminal);
            case "doctor" -> DoctorCommand.execute(rest, terminal);
            case "version" -> VersionCommand.execute(terminal);
            case "help" -> HelpCommand.execute(terminal);
            default -> RunCommand.execute(rest, terminal);
        };
    }

    private static String unknown(UnknownNameException e) {
        String phrase = Suggestion.phrase(e.name(), e.known());
        if (phrase.isEmpty() && e.kind().startsWith("benchmark")) {
            phrase = Suggestion.nearest(e.name(), COMMANDS.keySet())
                    .map(command -> "; did you mean the command '" + command + "'?")
                    .orElse("; -l lists them all");
        } else if (phrase.isEmpty()) {
            phrase = e.kind().equals("preset")
                    ? "; there are " + String.join(", ", e.known())
                    : e.kind().equals("value")
                            ? "; probe --list lists them all"
                            : "; the command '" + e.kind() + "s' lists them all";
        }
        return e.getMessage() + phrase;
    }

    private static Map<String, String> commands() {
        Map<String, String> commands = new LinkedHashMap<>();
        commands.put("run", "measure; the default, also without this word");
        commands.put("report", "write the reports of runs again: report DIR...");
        commands.put("compare", "say what changed from one run to another: compare BASE NEW");
        commands.put("prove", "say what verdicts find where differences are known: prove RUN RUN");
        commands.put("probe", "find out what each codec carries to another process");
        commands.put("codecs", "list the codecs");
        commands.put("payloads", "list the payloads");
        commands.put("doctor", "say what will spoil numbers on this machine");
        commands.put("help", "print this");
        commands.put("version", "print the versions of suite, Java and libraries");
        return Collections.unmodifiableMap(commands);
    }
}
