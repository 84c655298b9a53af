package dev.pipemark.yours;

import dev.pipemark.api.Payload;
import dev.pipemark.api.PayloadProvider;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Lists the user's types as payloads. The jar that contains the {@link Wish} names this provider. */
public final class YourPayloads implements PayloadProvider {
    @Override
    public List<Payload<?>> payloads() {
        ClassLoader loader = Objects.requireNonNullElse(
                Thread.currentThread().getContextClassLoader(), YourPayloads.class.getClassLoader());
        try (InputStream in = loader.getResourceAsStream(Wish.RESOURCE)) {
            if (in == null) {
                return List.of();
            }
            Wish wish = Wish.read(in);
            List<Payload<?>> payloads = new ArrayList<>();
            wish.ids().forEach((id, type) -> payloads.add(new YourPayload(id, type, wish, loader)));
            return payloads;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
