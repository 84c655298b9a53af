package dev.pipemark.cli;

/** The command {@code help}, which prints the commands and options. */
final class HelpCommand {
    private HelpCommand() {}

    static int execute(Terminal terminal) {
        terminal.out().println("Usage: java -jar benchmarks.jar [command] [regexp*] [options]");
        terminal.out().println();
        for (Command command : Command.values()) {
            terminal.out().printf("  %-10s %s%n", command.word(), command.does());
        }
        terminal.out().println();
        options(terminal);
        terminal.out().println();
        terminal.out().println("compare --help, probe --help and report --help print the options of those commands.");
        terminal.out().println("All options of JMH work as well: -h prints them. -f sets the number of rounds.");
        terminal.out().println("Exit codes: 0 fine, 1 usage, 2 a cell failed, 3 regression, 130 interrupted.");
        return ExitCode.FINE;
    }

    /** Prints the options that are not JMH's. */
    static void options(Terminal terminal) {
        terminal.out().println("Options of run:");
        terminal.out().print(RunRequest.parser(new OwnOptions()).getHelp().optionList());
    }
}
