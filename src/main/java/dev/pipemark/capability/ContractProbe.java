package dev.pipemark.capability;

import dev.pipemark.api.Codec;
import dev.pipemark.api.Declaration;
import dev.pipemark.record.ContractCheck;
import dev.pipemark.record.ValueCheck;
import dev.pipemark.worker.WorkerSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Finds out properties of codecs that do not depend on the value. For example, it tries whether messages survive a
 * change of a class, and how large a message may be. It tries a few codecs at a time, each with its own workers.
 */
public final class ContractProbe {
    /** Receives each codec that is finished. Called on several threads. */
    public interface Progress {
        void finished(String codec, List<ContractCheck> checks);
    }

    private final WorkerSettings settings;
    private final Path work;
    private final BooleanSupplier stopped;

    /**
     * Creates a probe.
     *
     * @param settings the settings of the workers. Their deadline defines a hang.
     * @param work a folder for class files and messages. The caller deletes it.
     * @param stopped whether the probe must end early. Finished codecs are kept.
     */
    public ContractProbe(WorkerSettings settings, Path work, BooleanSupplier stopped) {
        this.settings = settings;
        this.work = work;
        this.stopped = stopped;
    }

    /**
     * Tries every contract with every codec.
     *
     * @param values the outcomes of values with these codecs, with and without opened packages. May be empty.
     * @return a check for each contract, codec by codec. Fewer if the probe was stopped.
     * @throws IOException if the work folder cannot be written
     */
    public List<ContractCheck> run(List<Codec> codecs, List<ValueCheck> values, Progress progress) throws IOException {
        List<Contract> contracts = new ArrayList<>();
        contracts.add(new RegistrationContract());
        contracts.addAll(EvolutionContract.all(work));
        contracts.add(new RollingContract(work));
        contracts.add(new SelfDescriptionContract());
        contracts.add(new EqualBytesContract());
        contracts.add(new LargestMessageContract(work));
        contracts.add(new ContentionContract());
        return Parallel.map(codecs, codec -> row(codec, contracts, values, progress));
    }

    /**
     * Returns all checks of one codec. Returns none if the probe was stopped: the user's Ctrl-C may have ended a
     * worker, which says nothing about the codec.
     */
    private List<ContractCheck> row(Codec codec, List<Contract> contracts, List<ValueCheck> values, Progress progress) {
        List<ContractCheck> checks = new ArrayList<>();
        try (ContractWorkers workers = new ContractWorkers(settings, codec.id())) {
            if (stopped.getAsBoolean()) {
                return List.of();
            }
            workers.prepare(ContractWorkers.SENDER);
            workers.prepare(ContractWorkers.RECEIVER);
            for (Contract contract : contracts) {
                Finding finding = contract.find(codec, workers);
                if (stopped.getAsBoolean()) {
                    return List.of();
                }
                checks.add(check(codec, contract.name(), finding));
            }
        }
        checks.add(declared(codec, Declaration.THREADS));
        checks.add(declared(codec, Declaration.CROSS_LANGUAGE));
        checks.add(found(codec, Opening.CONTRACT, Opening.find(codec, values)));
        progress.finished(codec.id(), checks);
        return checks;
    }

    /** Uses the library's declaration only if the codec carries none of the values that the contract is tried with. */
    private static ContractCheck check(Codec codec, String contract, Finding finding) {
        return finding.notCarried() && declaration(codec, contract).isPresent()
                ? declared(codec, contract)
                : found(codec, contract, finding);
    }

    private static ContractCheck found(Codec codec, String contract, Finding finding) {
        return new ContractCheck(codec.id(), contract, finding.answer(), Texts.line(finding.detail()), true);
    }

    private static ContractCheck declared(Codec codec, String contract) {
        return declaration(codec, contract)
                .map(each -> new ContractCheck(codec.id(), contract, each.answer(), each.source(), false))
                .orElseGet(() -> new ContractCheck(codec.id(), contract, "not declared", "", false));
    }

    private static Optional<Declaration> declaration(Codec codec, String contract) {
        return codec.declarations().stream()
                .filter(each -> each.contract().equals(contract))
                .findFirst();
    }
}
