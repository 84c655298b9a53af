package dev.pipemark.capability;

import dev.pipemark.worker.Examiner;
import dev.pipemark.worker.WorkerSettings;
import java.io.Closeable;
import java.io.IOException;

/** The second worker of a pair. It decodes what the first worker has encoded, and sends the result back. */
interface Partner extends Closeable {
    /** Extends the deadline of an answer for values of this size, in bytes. */
    void expect(long bytes);

    /** Begins a payload. */
    void open(String payload) throws IOException;

    /** Decodes the value of a seed. Returns the encoded result, or how the value differs from the one that was sent. */
    Examiner.Checked check(long seed, byte[] encoded) throws IOException;

    @Override
    void close();

    /** Starts the partner of a codec without waiting for it. */
    interface Starter {
        Partner start(WorkerSettings settings, String codec) throws IOException;
    }
}
