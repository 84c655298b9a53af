package dev.pipemark.cli;

import dev.pipemark.api.Payload;
import dev.pipemark.run.Stock;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;

/** The command that lists payloads, and the code that other lists share with it. */
final class ListCommands {
    private static final int ID = 24;
    private static final int KIND = 12;

    private ListCommands() {}

    static int payloads(List<String> args, Terminal terminal) throws UsageException {
        Stock stock = stock(args);
        for (Payload<?> payload : stock.catalog().payloads()) {
            String head = String.format(
                    "%-" + ID + "s %-" + KIND + "s ",
                    payload.id(),
                    payload.family().label());
            String type = payload.shape().type().getTypeName().replaceAll("\\b[a-z]\\w*\\.(?=[\\w.]*[A-Z])", "");
            for (String part : Terminal.wrap(type, Terminal.COLUMNS - ID - KIND - 2)) {
                terminal.out().println(head + part);
                head = " ".repeat(head.length());
            }
        }
        broken(stock, terminal);
        return ExitCode.FINE;
    }

    static void broken(Stock stock, Terminal terminal) {
        stock.catalog().broken().forEach(line -> terminal.err().println(line));
    }

    private static Stock stock(List<String> args) throws UsageException {
        Options options = new Options();
        try {
            List<String> rest = new CommandLine(options)
                    .setUnmatchedArgumentsAllowed(true)
                    .setExpandAtFiles(false)
                    .parseArgs(args.toArray(String[]::new))
                    .unmatched();
            if (!rest.isEmpty()) {
                throw new UsageException(
                        "the only option of 'payloads' is --user-jar: leave out '" + rest.get(0) + "'");
            }
        } catch (CommandLine.ParameterException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
        return Stock.with(options.userJars.paths);
    }

    private static final class Options {
        @Mixin
        UserJarOption userJars = new UserJarOption();
    }
}
