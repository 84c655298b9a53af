package dev.pipemark.remedies;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All remedies, in the order in which a user would try them. The last one shows an approach that does not work. */
public final class Remedies {
    private Remedies() {}

    public static List<Remedy> all() {
        return List.of(
                new StrongerCodec(),
                new LeaveOut(),
                new OwnProcess(),
                new NameNotFunction(),
                new OncePerWorker(),
                new NotARemedy());
    }

    /**
     * Returns everything that can be timed, by {@code remedy-id/variant-name}. Each call creates new ones, because each
     * is confined to one thread.
     */
    public static Map<String, Remedy.Roundtrip> roundtrips() {
        Map<String, Remedy.Roundtrip> roundtrips = new LinkedHashMap<>();
        for (Remedy remedy : all()) {
            for (Remedy.Variant variant : remedy.variants()) {
                String id = remedy.id() + "/" + variant.name();
                if (roundtrips.putIfAbsent(id, variant.roundtrip()) != null) {
                    throw new IllegalStateException("two variants are called '" + id + "'; rename one");
                }
            }
        }
        return roundtrips;
    }
}
