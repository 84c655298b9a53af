package dev.pipemark.run;

import dev.pipemark.capability.ValueDigests;
import dev.pipemark.record.PayloadFacts;
import dev.pipemark.worker.WorkerSettings;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Adds to the payloads of a plan what tells their values apart from those of another run. */
final class PayloadDigests {
    private PayloadDigests() {}

    /**
     * @param forks whose Java and flags the workers take
     * @param classPath of the workers
     * @throws IOException when no worker can be started
     */
    static List<PayloadFacts> of(List<PayloadFacts> payloads, ForkSettings forks, String classPath) throws IOException {
        try (WorkFolder logs = WorkFolder.create("pipemark-digests-")) {
            Map<String, String> digests = new ValueDigests(new WorkerSettings(
                            forks.jvm(),
                            classPath,
                            WorkerSettings.inherited(forks.flags()),
                            logs.path(),
                            forks.deadline()))
                    .of(payloads.stream().map(PayloadFacts::id).toList());
            return payloads.stream()
                    .map(payload -> payload.with(digests.getOrDefault(payload.id(), "")))
                    .toList();
        }
    }
}
