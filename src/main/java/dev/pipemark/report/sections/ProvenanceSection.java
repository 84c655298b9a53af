package dev.pipemark.report.sections;

import dev.pipemark.record.ForksJava;
import dev.pipemark.record.RunInfo;
import dev.pipemark.report.doc.Grid;
import dev.pipemark.report.doc.Names;
import dev.pipemark.report.doc.Page.Block;
import dev.pipemark.report.doc.Page.Lines;
import dev.pipemark.report.rank.Findings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The command that runs the plan again, and the origin of its numbers. */
final class ProvenanceSection {
    private static final String KINDS =
            "kind: idiomatic is the setup that the library's documentation shows first. tuned has options for speed or for"
                    + " more types. schema has a schema for each class. hand-written has code for each class. control is not"
                    + " a serializer.";

    private ProvenanceSection() {}

    static List<Block> blocks(Findings findings) {
        RunInfo info = findings.run().info();
        List<Block> blocks = new ArrayList<>();
        blocks.add(Lines.of("This command runs the same plan in the same order:"));
        blocks.add(new Lines(List.of(command(info)), true));
        Map<String, String> environment = new LinkedHashMap<>(ForksJava.environment(findings.run()));
        findings.run().end().after().forEach((name, value) -> environment.put("after." + name, value));
        // These are counters since boot. Another section shows their change during the run.
        environment.keySet().removeIf(name -> name.contains("ticks."));
        facts("environment", "Machine, JDK and suite", environment, blocks);
        facts("settings", "Settings", info.settings(), blocks);
        if (!findings.codecs().isEmpty()) {
            blocks.add(new Grid<>(findings.codecs())
                    .text("codec", codec -> Names.codec(codec, ""))
                    .text("kind", codec -> codec.badge())
                    .text("library", codec -> codec.library())
                    .text("version", codec -> codec.version())
                    .text("gives up", codec -> codec.givesUp())
                    .text("jars", codec -> codec.jars() == null ? "" : Names.jars(codec))
                    .table("codecs", "Codecs", List.of(KINDS, Names.UNSAFE_LEGEND)));
        }
        facts("libraries", "Libraries", info.libraries(), blocks);
        return blocks;
    }

    /** Returns the command line. It has the seed, on which the order depends, even if the user did not give it. */
    private static String command(RunInfo info) {
        String typed =
                info.commandLine().stream().map(ProvenanceSection::quoted).collect(Collectors.joining(" "));
        boolean seeded = info.commandLine().stream().anyMatch(word -> word.startsWith("--seed"));
        return ("java -jar benchmarks.jar " + typed).strip() + (seeded ? "" : " --seed " + info.seed());
    }

    private static String quoted(String word) {
        return word.matches("[A-Za-z0-9_./:=,+-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }

    private static void facts(String id, String caption, Map<String, String> facts, List<Block> blocks) {
        if (!facts.isEmpty()) {
            blocks.add(new Grid<>(facts.entrySet())
                    .text("what", Map.Entry::getKey)
                    .text("value", Map.Entry::getValue)
                    .table(id, caption, List.of()));
        }
    }
}
