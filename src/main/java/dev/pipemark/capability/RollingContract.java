package dev.pipemark.capability;

import dev.pipemark.api.Codec;
import dev.pipemark.capability.ContractWorkers.Role;
import dev.pipemark.capability.EvolutionContract.Change;
import dev.pipemark.probe.values.EvolvingMore;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Whether processes with the old and the new version of a class can exchange messages while both run. The new version
 * has an additional field. Each side reads a message of the other version, and then writes one with the same coder. The
 * state that the coder keeps from reading must not change the message that it writes.
 */
final class RollingContract implements Contract {
    private final Role newer;

    /**
     * Creates the contract.
     *
     * @param work the folder for the new version's class file
     */
    RollingContract(Path work) throws IOException {
        newer = Role.receivingWith(ClassVersions.write(EvolvingMore.class, work));
    }

    @Override
    public String name() {
        return "a rolling upgrade";
    }

    @Override
    public Finding find(Codec codec, ContractWorkers workers) {
        Finding back = roundTrip("the new side reads old, then writes", workers, ContractWorkers.SENDER, newer);
        Finding forth = roundTrip("the old side reads new, then writes", workers, newer, ContractWorkers.RECEIVER);
        workers.lose(newer);
        int worse = EvolutionContract.gravity(forth) - EvolutionContract.gravity(back);
        if (worse == 0 && EvolutionContract.gravity(back) == 0) {
            return new Finding(back.answer(), "both ways");
        }
        return worse > 0 ? forth : back;
    }

    /** Sends a specimen from one to the other, which decodes it and sends its own back with the same coder. */
    private static Finding roundTrip(String direction, ContractWorkers workers, Role one, Role other) {
        Reply first = workers.ask(one, ContractService.ENCODE, about(new byte[0]));
        if (!first.fine()) {
            return told(direction, first.finding());
        }
        Reply answer = workers.ask(other, ContractService.RELAY, about(first.content()));
        if (!answer.fine()) {
            return told(direction, answer.finding());
        }
        Reply sent = workers.ask(other, ContractService.DESCRIBE, about(new byte[0]));
        Reply arrived = workers.ask(one, ContractService.ARRIVE, about(answer.content()));
        if (!sent.fine() || !arrived.fine()) {
            return told(direction, (sent.fine() ? arrived : sent).finding());
        }
        return told(direction, EvolutionContract.compare(Change.ADDED, sent.place(), arrived.place()));
    }

    private static byte[] about(byte[] encoded) {
        return ContractService.about(Specimens.BEAN, true, encoded);
    }

    private static Finding told(String direction, Finding finding) {
        return finding.notCarried() ? finding : new Finding(finding.answer(), direction + ": " + finding.detail());
    }
}
