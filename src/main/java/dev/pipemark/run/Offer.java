package dev.pipemark.run;

import dev.pipemark.api.Family;
import dev.pipemark.record.CodecFacts;
import dev.pipemark.record.PayloadFacts;
import java.util.List;

/**
 * What there is to choose from, in the catalogue's order.
 *
 * @param outsideCodecs ids of the codecs that came from users' jars
 * @param outsidePayloads ids of the payloads that came from users' jars
 */
public record Offer(
        List<CodecFacts> codecs,
        List<PayloadFacts> payloads,
        List<String> outsideCodecs,
        List<String> outsidePayloads) {
    public Offer {
        codecs = List.copyOf(codecs);
        payloads = List.copyOf(payloads);
        outsideCodecs = List.copyOf(outsideCodecs);
        outsidePayloads = List.copyOf(outsidePayloads);
    }

    public List<String> codecIds() {
        return codecs.stream().map(CodecFacts::id).toList();
    }

    /** Payloads that may be timed: what is tied to a process is for probing only. */
    public List<String> payloadIds() {
        return payloads.stream()
                .filter(payload -> !payload.is(Family.RESOURCES))
                .map(PayloadFacts::id)
                .toList();
    }
}
