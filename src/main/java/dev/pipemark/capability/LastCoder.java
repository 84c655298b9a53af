package dev.pipemark.capability;

import dev.pipemark.api.Codec;
import dev.pipemark.api.Coder;
import dev.pipemark.probe.values.Value;
import dev.pipemark.worker.Failure;
import org.jspecify.annotations.Nullable;

/**
 * The coder that one codec opened last. It is used as long as the subject stays the same: a payload, whose values all have one
 * shape, or one value of the suite. Opening a coder can take longer than all else, since libraries generate code for each class.
 */
public final class LastCoder {
    private record Opened(String subject, Coder<?> coder) {}

    private @Nullable Opened opened;

    /**
     * Returns a coder for the shape of a value.
     *
     * @throws Failure if the codec cannot open one
     */
    @SuppressWarnings("unchecked") // values with the same subject have the same shape
    public <T> Coder<T> of(Codec codec, Value<T> value) throws Failure {
        String subject = PayloadValues.payload(value.id());
        if (opened == null || !opened.subject.equals(subject)) {
            opened = null;
            opened = new Opened(subject, Steps.open(codec, value.shape()));
        }
        return (Coder<T>) opened.coder;
    }

    /** Drops the coder. The next value gets a new one. */
    public void forget() {
        opened = null;
    }
}
