package dev.pipemark.worker;

import dev.pipemark.api.Codec;
import dev.pipemark.catalog.Catalog;
import dev.pipemark.wire.Link;
import java.io.IOException;

/**
 * Serves a worker's connection in its own way, in place of a {@link Session}. The worker's command line names the
 * class. The worker calls its public constructor without parameters.
 */
public interface Server {
    /** Receives the catalog and the worker's codec, once, before the worker greets its parent. */
    void begin(Catalog catalog, Codec codec);

    /**
     * Serves until the parent closes the link.
     *
     * @param heard must be run once, after the first message has arrived
     */
    void serve(Link link, Runnable heard) throws IOException;
}
