package dev.pipemark.run;

import dev.pipemark.capability.ValueDigests;
import dev.pipemark.record.PayloadFacts;
import dev.pipemark.worker.WorkFolder;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Adds digests to the payloads of a plan. They show whether two runs have the same values. */
final class PayloadDigests {
    private PayloadDigests() {}

    /**
     * Returns the payloads with digests.
     *
     * @param forks the settings with the Java, the flags and the class path of the workers
     * @throws IOException if no worker can be started
     */
    static List<PayloadFacts> of(List<PayloadFacts> payloads, ForkSettings forks) throws IOException {
        try (WorkFolder logs = WorkFolder.create("pipemark-digests-")) {
            Map<String, String> digests = new ValueDigests(forks.workers(logs.path()))
                    .of(payloads.stream().map(PayloadFacts::id).toList());
            return payloads.stream()
                    .map(payload -> payload.with(digests.getOrDefault(payload.id(), "")))
                    .toList();
        }
    }
}
