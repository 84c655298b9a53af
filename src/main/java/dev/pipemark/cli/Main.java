package dev.pipemark.cli;

import dev.pipemark.run.UnknownNameException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The entry point. If the first word is the name of a command, it chooses that command. Otherwise the whole command
 * line belongs to {@code run}, so a regular expression has its usual meaning in JMH.
 */
public final class Main {
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
        Optional<Command> command = args.isEmpty() ? Optional.empty() : Command.of(args.get(0));
        if (command.isEmpty()) {
            return RunCommand.execute(args, terminal);
        }
        List<String> rest = args.subList(1, args.size());
        return switch (command.get()) {
            case RUN -> RunCommand.execute(rest, terminal);
            case REPORT -> ReportCommand.execute(rest, terminal);
            case COMPARE -> CompareCommand.execute(rest, terminal);
            case PROVE -> ProveCommand.execute(rest, terminal);
            case PROBE -> ProbeCommand.execute(rest, terminal);
            case CODECS -> CodecsCommand.execute(rest, terminal);
            case PAYLOADS -> ListCommands.payloads(rest, terminal);
            case DOCTOR -> DoctorCommand.execute(rest, terminal);
            case VERSION -> VersionCommand.execute(terminal);
            case HELP -> HelpCommand.execute(terminal);
        };
    }

    private static String unknown(UnknownNameException e) {
        String phrase = Suggestion.phrase(e.name(), e.known());
        if (phrase.isEmpty() && e.kind().startsWith("benchmark")) {
            phrase = Suggestion.nearest(e.name(), Command.words())
                    .map(command -> "; did you mean the command '" + command + "'?")
                    .orElse("; -l lists them all");
        } else if (phrase.isEmpty()) {
            phrase = e.kind().equals("preset") || e.kind().equals("compression")
                    ? "; there are " + String.join(", ", e.known())
                    : e.kind().equals("value")
                            ? "; probe --list lists them all"
                            : "; the command '" + e.kind() + "s' lists them all";
        }
        return e.getMessage() + phrase;
    }
}
