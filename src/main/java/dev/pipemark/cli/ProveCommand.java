package dev.pipemark.cli;

import dev.pipemark.proof.Proof;
import dev.pipemark.proof.ProofPage;
import dev.pipemark.record.Run;
import dev.pipemark.record.RunFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The command {@code prove}, which tests verdicts on two runs of codecs whose slowness is known. */
final class ProveCommand {
    private ProveCommand() {}

    static int execute(List<String> args, Terminal terminal) throws UsageException, IOException {
        if (args.size() != 2) {
            throw new UsageException("'prove' needs two runs, one of interleaved rounds and one in JMH's order: "
                    + "scripts/prove-verdicts measures both");
        }
        Run interleaved = RunFolder.read(Path.of(args.get(0)));
        Proof proof = Proof.of(interleaved, RunFolder.read(Path.of(args.get(1))));
        terminal.out().print(ProofPage.of(proof, interleaved));
        return proof.failures().isEmpty() ? ExitCode.FINE : ExitCode.FAILED_CELL;
    }
}
