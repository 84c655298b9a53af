package dev.pipemark.worker;

import dev.pipemark.api.Codec;
import dev.pipemark.api.Frame;

/**
 * What a worker can be asked beside serving payloads. It is named on the worker's command line, made there by its public
 * constructor without parameters, and called on one thread.
 */
public interface Service {
    /** Is told the worker's codec, once, before anything is asked. */
    void begin(Codec codec);

    /**
     * Answers one question.
     *
     * @param question its number, as the asker chose it
     * @param request its content
     * @param reply where the answer is written
     * @throws Failure when the codec or a value failed: the asker is told the stage and the reason
     */
    void answer(long question, Frame request, Frame reply) throws Failure;
}
