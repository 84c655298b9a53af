package dev.pipemark.bench;

import dev.pipemark.api.Payload;
import dev.pipemark.catalog.Catalog;
import dev.pipemark.pool.Work;
import org.jspecify.annotations.Nullable;

/** The task of a pool's worker: it uses a payload's values, as every worker does. Workers find this class by its name. */
public final class PayloadWork implements Work<Object, Object> {
    private static final long serialVersionUID = 1L;

    /** The argument of functions. It is always the same, so that their results are known beforehand. */
    static final long ARGUMENT = 1;

    private final transient Payload<Object> payload;

    /**
     * Makes a task.
     *
     * @param id the payload's id
     */
    @SuppressWarnings("unchecked") // a payload is only ever given values of its own shape
    public PayloadWork(String id) {
        payload = (Payload<Object>)
                Catalog.load(Thread.currentThread().getContextClassLoader()).payload(id);
    }

    @Override
    public @Nullable Object run(Object arrived) throws Exception {
        return payload.use(arrived, ARGUMENT);
    }
}
