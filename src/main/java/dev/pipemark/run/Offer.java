package dev.pipemark.run;

import dev.pipemark.api.Badge;
import dev.pipemark.api.Family;
import dev.pipemark.api.Libraries;
import dev.pipemark.api.Tier;
import dev.pipemark.api.Use;
import dev.pipemark.record.Carrying;
import dev.pipemark.record.CodecFacts;
import dev.pipemark.record.Making;
import dev.pipemark.record.PayloadFacts;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * The codecs and payloads from which a plan is made, in the catalogue's order.
 *
 * @param outsideCodecs the ids of the codecs from users' jars
 * @param outsidePayloads the ids of the payloads from users' jars
 * @param standsFor the uses of each codec, from the codec itself
 * @param needs the libraries that each codec needs at run time, by codec. A codec without an entry needs its own library.
 */
public record Offer(
        List<CodecFacts> codecs,
        List<PayloadFacts> payloads,
        List<String> outsideCodecs,
        List<String> outsidePayloads,
        Map<String, Map<Use, Tier>> standsFor,
        Map<String, Set<String>> needs) {
    public Offer {
        standsFor = Map.copyOf(standsFor);
        needs = Map.copyOf(needs);
        codecs = List.copyOf(codecs);
        payloads = List.copyOf(payloads);
        outsideCodecs = List.copyOf(outsideCodecs);
        outsidePayloads = List.copyOf(outsidePayloads);
    }

    /** Creates an offer of codecs that need their own libraries only. */
    public Offer(
            List<CodecFacts> codecs,
            List<PayloadFacts> payloads,
            List<String> outsideCodecs,
            List<String> outsidePayloads,
            Map<String, Map<Use, Tier>> standsFor) {
        this(codecs, payloads, outsideCodecs, outsidePayloads, standsFor, Map.of());
    }

    /** Returns the same offer with the time that it takes to make the values of some payloads. */
    Offer with(Map<String, Making> makings) {
        return with(payload -> {
            Making making = makings.get(payload.id());
            return making == null ? payload : payload.with(making);
        });
    }

    /** Returns the same offer with the times of codecs that carried some payloads. */
    Offer carrying(Map<String, Carrying> times) {
        return with(payload -> {
            Carrying carrying = times.get(payload.id());
            return carrying == null ? payload : payload.with(carrying);
        });
    }

    private Offer with(UnaryOperator<PayloadFacts> facts) {
        List<PayloadFacts> timed = payloads.stream().map(facts).toList();
        return new Offer(codecs, timed, outsideCodecs, outsidePayloads, standsFor, needs);
    }

    /** Whether a codec needs one of these libraries. */
    boolean needs(CodecFacts codec, Set<String> libraries) {
        return !Collections.disjoint(needs.getOrDefault(codec.id(), Set.of(codec.library())), libraries);
    }

    /** Returns the codecs that a preset of this tier times in this use, in the catalogue's order. */
    List<String> codecs(Use use, Tier preset) {
        return codecIds().stream()
                .filter(codec -> {
                    Tier tier = standsFor.getOrDefault(codec, Map.of()).get(use);
                    return tier != null && preset.times(tier);
                })
                .toList();
    }

    /** Returns the codecs that name this use, and that a preset of this tier times in this use or in another one. */
    List<String> codecsWithin(Use use, Tier preset) {
        return codecIds().stream()
                .filter(codec -> {
                    Map<Use, Tier> tiers = standsFor.getOrDefault(codec, Map.of());
                    return tiers.containsKey(use) && tiers.values().stream().anyMatch(preset::times);
                })
                .toList();
    }

    /** Returns the suite's own controls. A user's control is timed like the user's other codecs. */
    List<String> controls() {
        return ofBadge(Badge.CONTROL).stream()
                .filter(codec -> !outsideCodecs.contains(codec))
                .toList();
    }

    List<String> ofBadge(Badge badge) {
        return codecs.stream()
                .filter(codec -> codec.is(badge))
                .map(CodecFacts::id)
                .toList();
    }

    /** Returns the codecs that need only Java. */
    List<String> ownOfJava() {
        return codecs.stream()
                .filter(codec -> codec.library().equals(Libraries.JDK) && codec.is(Badge.IDIOMATIC))
                .limit(1)
                .map(CodecFacts::id)
                .toList();
    }

    public List<String> codecIds() {
        return codecs.stream().map(CodecFacts::id).toList();
    }

    /** Returns the payloads that may be timed. Values that are tied to a process are only probed. */
    public List<String> payloadIds() {
        return payloads.stream()
                .filter(payload -> !payload.is(Family.RESOURCES))
                .map(PayloadFacts::id)
                .toList();
    }
}
