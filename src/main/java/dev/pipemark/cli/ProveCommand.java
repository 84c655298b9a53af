package dev.pipemark.cli;

import dev.pipemark.proof.Part;
import dev.pipemark.proof.Proof;
import dev.pipemark.proof.ProofPage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The command {@code prove}, which reports how reliable verdicts are, from runs of codecs with known differences. */
final class ProveCommand {
    private ProveCommand() {}

    static int execute(List<String> args, Terminal terminal) throws UsageException, IOException {
        if (args.size() != 1 || args.get(0).startsWith("-")) {
            throw new UsageException(
                    "'prove' needs one folder with a folder for each run; scripts/prove-verdicts measures these runs");
        }
        List<Part> parts = Part.read(Path.of(args.get(0)));
        Proof proof = Proof.of(parts);
        terminal.out().print(ProofPage.of(proof, parts));
        return proof.failures().isEmpty() ? ExitCode.FINE : ExitCode.FAILED_CELL;
    }
}
