package dev.pipemark.pool;

import dev.pipemark.api.Codec;
import dev.pipemark.catalog.Catalog;
import dev.pipemark.wire.Link;
import dev.pipemark.worker.Server;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The server in a worker of a {@link Pool}. */
public final class PoolServer implements Server {
    private @Nullable PoolSession session;

    /** Called by the worker's main class. */
    public PoolServer() {}

    @Override
    public void begin(Catalog catalog, Codec codec) {
        session = new PoolSession(catalog, codec);
    }

    @Override
    public void serve(Link link, Runnable heard) throws IOException {
        Objects.requireNonNull(session, "begin comes first").serve(link, new HeldReplies(link), heard);
    }
}
