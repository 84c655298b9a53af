package dev.pipemark.worker;

import dev.pipemark.api.Codec;
import dev.pipemark.api.Frame;
import dev.pipemark.catalog.Catalog;
import java.io.IOException;

/**
 * Answers requests to a worker that the protocol itself does not know. The worker's command line names the class. The
 * worker calls its public constructor without parameters, and calls the service on one thread.
 */
public interface Service {
    /** Receives the worker's catalog and codec, once, before the first question. */
    void begin(Catalog catalog, Codec codec);

    /**
     * Answers one question.
     *
     * @param question the question's number, as the caller chose it
     * @param request the question's content
     * @param reply receives the answer
     * @throws Failure if the codec or a value failed. The caller receives the stage and the reason.
     * @throws IOException if the request cannot be read, or if the reply does not fit into a frame
     */
    void answer(long question, Frame request, Frame reply) throws IOException, Failure;
}
