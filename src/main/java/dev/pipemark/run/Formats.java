package dev.pipemark.run;

import dev.pipemark.api.WireFormat;
import dev.pipemark.catalog.Catalog;
import dev.pipemark.worker.Maker;
import dev.pipemark.worker.PayloadException;
import java.util.Optional;

/** Finds the pairs in which a worker in another language can take part. */
@FunctionalInterface
interface Formats {
    /**
     * Returns the format of a codec's messages of a payload. Returns an empty value if no other language reads them, or if the
     * reply is not the value itself. A worker in another language can only send a value back.
     */
    Optional<WireFormat> of(String codec, String payload);

    static Formats in(Catalog catalog) {
        return (codec, payload) -> {
            Maker<?> maker = Maker.of(catalog, payload);
            try {
                return maker.repliesAlike() ? catalog.codec(codec).wireFormat(maker.shape()) : Optional.empty();
            } catch (PayloadException e) {
                // The trial of the pair reports a payload that is at fault.
                return Optional.empty();
            }
        };
    }
}
