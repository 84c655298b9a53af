package dev.pipemark.payloads;

import dev.pipemark.api.Payload;
import java.util.List;

/** Prints a digest of some values of every built-in payload. It is the other JVM of {@link DeterminismTest}. */
final class PayloadDigests {
    private static final List<Long> SEEDS = List.of(0L, 1L, 2L, -1L, 123_456_789_012_345L);

    private PayloadDigests() {}

    public static void main(String[] ignored) {
        lines().forEach(System.out::println);
    }

    static List<String> lines() {
        return new BuiltInPayloads()
                .payloads().stream().map(PayloadDigests::line).toList();
    }

    /**
     * Returns the id, the digest of the shape in order (codecs assign registration ids by it), and a digest of each
     * value.
     */
    private static <T> String line(Payload<T> payload) {
        StringBuilder line = new StringBuilder(payload.id());
        line.append(' ').append(Description.digest(payload.shape().toString()));
        for (long seed : SEEDS) {
            line.append(' ').append(Description.digest(payload.create(seed)));
        }
        return line.toString();
    }
}
