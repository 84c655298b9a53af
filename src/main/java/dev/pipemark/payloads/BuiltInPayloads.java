package dev.pipemark.payloads;

import dev.pipemark.api.Payload;
import dev.pipemark.api.PayloadProvider;
import java.util.List;
import java.util.stream.Stream;

/** The suite's own payloads, by family. */
public final class BuiltInPayloads implements PayloadProvider {
    @Override
    public List<Payload<?>> payloads() {
        return Stream.of(Primitives.all(), Containers.all(), Instances.all(), Functions.all(), Blobs.all())
                .<Payload<?>>flatMap(List::stream)
                .toList();
    }
}
