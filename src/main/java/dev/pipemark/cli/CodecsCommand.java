package dev.pipemark.cli;

import dev.pipemark.api.Libraries;
import dev.pipemark.record.CodecFacts;
import dev.pipemark.report.doc.Names;
import dev.pipemark.run.Globs;
import dev.pipemark.run.Stock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command {@code codecs}, which lists all codecs, or prints all facts about the named ones. */
final class CodecsCommand {
    private static final int VERSION = 10;
    private static final int BADGE = 12;
    private static final int DAY = 10;
    private static final int SIZE = 7;
    private static final int FIELD = 10;

    private final Terminal terminal;

    private CodecsCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    static int execute(List<String> args, Terminal terminal) throws UsageException {
        Options options = Options.of(args);
        Stock stock = Stock.with(options.userJars.paths);
        List<String> ids = stock.offer().codecIds();
        Set<String> wanted = new HashSet<>(options.names.isEmpty() ? ids : Globs.of("codec", options.names, ids));
        Map<String, List<String>> licences = Libraries.licences();
        List<Advisory> known = Advisory.known();
        List<Background> codecs = new ArrayList<>();
        for (CodecFacts codec : stock.offer().codecs()) {
            if (wanted.contains(codec.id())) {
                Set<String> needs = stock.offer().needs().getOrDefault(codec.id(), Set.of());
                codecs.add(Background.of(codec, needs, licences, known));
            }
        }
        CodecsCommand command = new CodecsCommand(terminal);
        if (options.more || !options.names.isEmpty()) {
            codecs.forEach(command::details);
        } else {
            command.table(codecs, stock.catalog().compressions());
        }
        ListCommands.broken(stock, terminal);
        return ExitCode.FINE;
    }

    private void table(List<Background> codecs, Collection<String> compressions) {
        int id = codecs.stream()
                .mapToInt(each -> each.codec().id().length())
                .max()
                .orElse(0);
        String columns = "%-" + id + "s %-" + VERSION + "s %-" + BADGE + "s %-" + DAY + "s %" + SIZE + "s ";
        int licence =
                Terminal.COLUMNS - String.format(columns, "", "", "", "", "").length();
        terminal.out().println(String.format(columns, "codec", "version", "badge", "released", "jars") + "licence");
        for (Background each : codecs) {
            CodecFacts codec = each.codec();
            terminal.out()
                    .println(String.format(
                                    columns,
                                    codec.id(),
                                    Terminal.fit(codec.version(), VERSION - 1) + (each.affected() ? "!" : ""),
                                    codec.badge(),
                                    each.released().map(String::valueOf).orElse("-"),
                                    size(codec))
                            + Terminal.fit(
                                    each.licences().isEmpty() ? "-" : String.join(" or ", each.licences()), licence));
        }
        terminal.out().println();
        if (codecs.stream().anyMatch(Background::affected)) {
            terminal.out().println("! an advisory names this version, or the version of a dependency");
        }
        terminal.out().println("Compression, as in kryo+zstd: " + String.join(", ", compressions));
        terminal.out().println("'codecs NAME' prints what a codec gives up, its jars and the advisories;");
        terminal.out().println("'codecs --long' prints this for all codecs");
    }

    private static String size(CodecFacts codec) {
        if (codec.jars() == null) {
            return "?";
        }
        return codec.jars().isEmpty() ? "none" : Names.size(codec.jarBytes().orElseThrow());
    }

    private void details(Background each) {
        CodecFacts codec = each.codec();
        terminal.out().println(codec.id());
        field("badge", codec.badge());
        field(
                "library",
                (codec.library().equals(Libraries.JDK) ? "Java" : codec.library()) + " " + codec.version()
                        + each.released().map(day -> ", released " + day).orElse(""));
        if (!each.licences().isEmpty()) {
            field("licence", String.join(" or ", each.licences()));
        }
        field("gives up", codec.givesUp());
        field("brings", Names.jars(codec));
        if (!each.otherLicences().isEmpty()) {
            field("", "some of these jars have other licences: " + String.join(", ", each.otherLicences()));
        }
        field("security", codec.safeForUntrustedBytes() ? "may read untrusted bytes" : Names.UNSAFE_REASON);
        for (Advisory advisory : each.advisories()) {
            field("", advisory.told(Libraries.version(advisory.artifact())));
            if (!advisory.none()) {
                terminal.out().println(" ".repeat(FIELD + 4) + advisory.link());
            }
        }
        if (!codec.library().equals(Libraries.JDK) && !each.lookedUp()) {
            field("", "nobody has looked up advisories for " + codec.library());
        }
        terminal.out().println();
    }

    private void field(String name, String text) {
        String head = String.format("  %-" + FIELD + "s", name);
        for (String part : Terminal.wrap(text, Terminal.COLUMNS - head.length())) {
            terminal.out().println(head + part);
            head = " ".repeat(head.length());
        }
    }

    /** The options of this command. */
    private static final class Options {
        @Parameters(arity = "0..*")
        List<String> names = new ArrayList<>();

        @Option(names = "--long")
        boolean more;

        @Mixin
        UserJarOption userJars = new UserJarOption();

        static Options of(List<String> args) throws UsageException {
            Options options = new Options();
            try {
                List<String> rest = new CommandLine(options)
                        .setUnmatchedArgumentsAllowed(true)
                        .setExpandAtFiles(false)
                        .parseArgs(args.toArray(String[]::new))
                        .unmatched();
                if (!rest.isEmpty()) {
                    throw new UsageException(
                            "'codecs' takes names of codecs, --long and --user-jar, not '" + rest.get(0) + "'");
                }
            } catch (CommandLine.ParameterException e) {
                throw new UsageException(String.valueOf(e.getMessage()));
            }
            return options;
        }
    }
}
