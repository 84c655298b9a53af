package dev.pipemark.cli;

import dev.pipemark.api.Payload;
import dev.pipemark.record.CodecFacts;
import dev.pipemark.report.doc.Names;
import dev.pipemark.run.Stock;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;

/** The commands that list codecs and payloads. */
final class ListCommands {
    private static final int ID = 24;
    private static final int KIND = 12;

    private ListCommands() {}

    static int codecs(List<String> args, Terminal terminal) throws UsageException {
        Stock stock = stock("codecs", args);
        for (CodecFacts codec : stock.offer().codecs()) {
            print(terminal, codec.id(), codec.badge(), "gives up: " + codec.givesUp(), "brings: " + Names.jars(codec));
        }
        Terminal.wrap(
                        "Compression, as in kryo+zstd: "
                                + String.join(", ", stock.catalog().compressions()),
                        Terminal.COLUMNS)
                .forEach(terminal.out()::println);
        broken(stock, terminal);
        return ExitCode.FINE;
    }

    static int payloads(List<String> args, Terminal terminal) throws UsageException {
        Stock stock = stock("payloads", args);
        for (Payload<?> payload : stock.catalog().payloads()) {
            print(
                    terminal,
                    payload.id(),
                    payload.family().label(),
                    payload.shape().type().getTypeName().replaceAll("\\b[a-z]\\w*\\.(?=[\\w.]*[A-Z])", ""));
        }
        broken(stock, terminal);
        return ExitCode.FINE;
    }

    static void broken(Stock stock, Terminal terminal) {
        stock.catalog().broken().forEach(line -> terminal.err().println(line));
    }

    private static Stock stock(String command, List<String> args) throws UsageException {
        Options options = new Options();
        try {
            List<String> rest = new CommandLine(options)
                    .setUnmatchedArgumentsAllowed(true)
                    .setExpandAtFiles(false)
                    .parseArgs(args.toArray(String[]::new))
                    .unmatched();
            if (!rest.isEmpty()) {
                throw new UsageException(
                        "'" + command + "' takes --user-jar and nothing else, not '" + rest.get(0) + "'");
            }
        } catch (CommandLine.ParameterException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
        return Stock.with(options.userJars.paths);
    }

    /** The options of both commands. */
    private static final class Options {
        @Mixin
        UserJarOption userJars = new UserJarOption();
    }

    private static void print(Terminal terminal, String id, String kind, String... lines) {
        String head = String.format("%-" + ID + "s %-" + KIND + "s ", id, kind);
        for (String line : lines) {
            for (String part : Terminal.wrap(line, Terminal.COLUMNS - ID - KIND - 2)) {
                terminal.out().println(head + part);
                head = " ".repeat(head.length());
            }
        }
    }
}
