package dev.pipemark.cli;

import java.io.IOException;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.CommandLineOptions;

/** The options of JMH that print something and exit; JMH prints it. */
final class JmhLists {
    private JmhLists() {}

    /** Says whether there was anything to print. */
    static boolean print(CommandLineOptions options, Terminal terminal) throws IOException {
        if (options.shouldHelp()) {
            options.showHelp();
            terminal.out().println();
            HelpCommand.options(terminal);
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
