package dev.pipemark.capability;

import com.sun.management.ThreadMXBean;
import dev.pipemark.api.Codec;
import dev.pipemark.api.Frame;
import dev.pipemark.catalog.Catalog;
import dev.pipemark.worker.Failure;
import dev.pipemark.worker.Maker;
import dev.pipemark.worker.PayloadException;
import dev.pipemark.worker.Refusal.Stage;
import dev.pipemark.worker.Ring;
import dev.pipemark.worker.Service;
import java.io.DataInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** Creates values of payloads and compares them within one worker. No codec takes part. */
public final class PayloadService implements Service {
    /** Requests the provider of a payload. */
    static final int PROVIDER = 1;
    /** Creates a value and keeps it. The answer is the number of bytes allocated. */
    static final int CREATE = 2;
    /** Creates the value again and compares it with the kept one. The answer is the difference, or empty. */
    static final int COMPARE = 3;

    /** Requests the size of a value in memory, in bytes. */
    static final int SIZE = 4;

    /**
     * Compares the value of seed 0 with the values of the seeds up to this one. If the payload reports all of them as
     * the same, the answer is the first seed whose description differs. Otherwise it is empty.
     */
    static final int TELL_APART = 5;

    private @Nullable Catalog catalog;
    private @Nullable Object kept;

    @Override
    public void begin(Catalog own, Codec codec) {
        catalog = own;
    }

    @Override
    public void answer(long question, Frame request, Frame reply) throws IOException, Failure {
        DataInputStream in = new DataInputStream(request.input());
        String payload = in.readUTF();
        long seed = in.readLong();
        Catalog own = Objects.requireNonNull(catalog, "a service begins with its catalog");
        String answer = question == PROVIDER
                ? own.provider(payload)
                : ask(question, Maker.of(own, payload), seed).orElse("");
        reply.write(answer.getBytes(StandardCharsets.UTF_8));
    }

    @SuppressWarnings("unchecked") // the maker created this value
    private Optional<String> ask(long question, Maker<?> maker, long seed) throws Failure {
        if (question == SIZE) {
            return Optional.of(Long.toString(Ring.bytes(maker)));
        }
        if (question == TELL_APART) {
            return mistaken(maker, seed).map(String::valueOf);
        }
        if (question == CREATE) {
            maker.shape();
            maker.reply();
            ThreadMXBean threads = ManagementFactory.getPlatformMXBean(ThreadMXBean.class);
            long before = threads.getCurrentThreadAllocatedBytes();
            kept = maker.create(seed);
            return Optional.of(Long.toString(threads.getCurrentThreadAllocatedBytes() - before));
        }
        return compare((Maker<Object>) maker, seed);
    }

    /** Returns the kept value and drops it, so that at most two large values exist at once. */
    private Object taken() throws Failure {
        Object first = kept;
        kept = null;
        if (first == null) {
            throw new Failure(Stage.PROTOCOL, new IllegalStateException("there is no value to compare with"));
        }
        return first;
    }

    /** Returns the first seed whose value differs from the first, if the payload reports all values as the same. */
    private static Optional<Long> mistaken(Maker<?> maker, long last) {
        if (!LongStream.rangeClosed(1, last).allMatch(seed -> maker.takes(seed, 0))) {
            return Optional.empty();
        }
        try {
            String first = Describer.content(maker.create(0));
            if (!first.equals(Describer.content(maker.create(0)))) {
                return Optional.empty();
            }
            return LongStream.rangeClosed(1, last)
                    .boxed()
                    .filter(seed -> !first.equals(Describer.content(maker.create(seed))))
                    .findFirst();
        } catch (OutOfMemoryError | StackOverflowError e) {
            // A value that is too large for a description counts as not different.
            return Optional.empty();
        }
    }

    private Optional<String> compare(Maker<Object> maker, long seed) throws Failure {
        Optional<String> difference = maker.differenceAgain(seed, taken());
        if (difference.isPresent()) {
            return difference;
        }
        try {
            return maker.useDifference(seed);
        } catch (PayloadException e) {
            throw e;
        } catch (Exception | Error e) {
            throw new Failure(Stage.USE, e);
        }
    }
}
