package dev.pipemark.bench;

import dev.pipemark.api.Payload;
import dev.pipemark.catalog.Catalog;
import dev.pipemark.pool.Work;
import org.jspecify.annotations.Nullable;

/** What a pool's worker does with a payload's values: uses them, as every worker does. Found there by its name. */
public final class PayloadWork implements Work<Object, Object> {
    private static final long serialVersionUID = 1L;

    /** What a function is called with: always the same, so that what it returns can be told beforehand. */
    static final long ARGUMENT = 1;

    private final transient Payload<Object> payload;
    /**
     * @param id the payload's
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
