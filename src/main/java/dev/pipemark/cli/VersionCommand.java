package dev.pipemark.cli;

import dev.pipemark.api.Codec;
import dev.pipemark.api.Libraries;
import dev.pipemark.machine.Environment;
import dev.pipemark.run.JmhVersion;
import dev.pipemark.run.Stock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The command {@code version}, which prints the versions of the suite, Java, JMH and the measured libraries. */
final class VersionCommand {
    private VersionCommand() {}

    static int execute(Terminal terminal) {
        Map<String, String> facts = Environment.capture();
        line(terminal, "pipemark", facts.get("suite.version") + " (" + facts.get("suite.commit") + ")");
        line(terminal, "java", facts.get("jdk.version") + ", " + facts.get("jdk.vm"));
        line(terminal, "jmh", JmhVersion.packaged());
        Set<String> seen = new TreeSet<>();
        for (Codec codec : Stock.with(List.of()).catalog().codecs()) {
            if (!codec.library().equals(Libraries.JDK) && seen.add(codec.library())) {
                line(terminal, codec.library(), codec.version());
            }
        }
        return ExitCode.FINE;
    }

    private static void line(Terminal terminal, String name, String version) {
        terminal.out().printf("%-48s %s%n", name, version);
    }
}
