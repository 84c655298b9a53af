package dev.pipemark.run;

import dev.pipemark.capability.ValueDigests;
import dev.pipemark.record.PayloadFacts;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Adds to the payloads of a plan what tells their values apart from those of another run. */
final class PayloadDigests {
    private PayloadDigests() {}

    /**
     * @param forks whose Java, flags and class path the workers take
     * @throws IOException when no worker can be started
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
