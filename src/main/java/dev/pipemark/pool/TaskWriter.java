package dev.pipemark.pool;

import dev.pipemark.api.Codec;
import dev.pipemark.api.Coder;
import dev.pipemark.api.Frame;
import dev.pipemark.api.Shape;
import dev.pipemark.api.UnsupportedShapeException;
import dev.pipemark.wire.Batch;
import dev.pipemark.worker.Protocol;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Encodes tasks for one worker, with the definitions of their jobs. Confined to one thread. */
final class TaskWriter {
    /**
     * The number of jobs that a worker keeps: the most recently used. Keeping one job per request would fill its
     * memory.
     */
    static final int JOBS = 64;

    private final Codec codec;
    private final Batch batch;
    private final Map<Long, Coder<Object>[]> jobs = new LinkedHashMap<>(JOBS, 0.75f, true);
    private long selected;

    @SuppressWarnings({"unchecked", "rawtypes"}) // arrays have no type arguments
    private Coder<Object>[] coders = new Coder[0];

    TaskWriter(Codec codec, Batch batch) {
        this.codec = codec;
        this.batch = batch;
    }

    /** Adds a task to the batch. If it cannot be encoded, adds a skip and leaves the reason in the span. */
    void write(Span span) throws IOException {
        int index = span.sent;
        try {
            if (span.call instanceof UsageCall) {
                batch.add(Protocol.NOTE, index);
            } else if (span.call.cancelled()) {
                batch.add(Protocol.SKIP, index);
            } else {
                task(span.call, index);
            }
        } catch (PoolException e) {
            skip(span, index, e);
        } catch (IOException | RuntimeException | Error e) {
            // Skip the task on any error. Otherwise the next worker would get it and fail as well.
            skip(span, index, TravelException.here("the argument", "encode", e));
        }
    }

    private void skip(Span span, int index, PoolException why) throws IOException {
        span.cannotSend(index, why);
        batch.add(Protocol.SKIP, index);
    }

    private void task(Call call, int index) throws IOException, PoolException {
        Coder<Object>[] of = select(call.terms.job());
        Object argument = call.argument(index);
        Object[] parts = of.length == 1 ? null : parts(argument, of.length);
        int last = call.terms.timeout() == null ? Protocol.TASK : Protocol.LIMITED;
        for (int place = 0; place < of.length; place++) {
            Frame frame = batch.next();
            try {
                of[place].encode(parts == null ? argument : parts[place], frame);
            } catch (Exception | Error e) {
                String what = parts == null ? "the argument" : "argument " + (place + 1) + " of " + of.length;
                throw TravelException.here(what, "encode", e);
            }
            batch.seal(place == of.length - 1 ? last : Protocol.PART, index);
        }
    }

    private static Object[] parts(Object argument, int count) throws TravelException {
        if (!(argument instanceof Arguments several) || several.size() != count) {
            throw TravelException.here(
                    "the arguments",
                    "encode",
                    new IllegalArgumentException(
                            "the job takes " + count + " arguments: use Arguments.of with as many values"));
        }
        return several.values();
    }

    private Coder<Object>[] select(JobState job) throws IOException, TravelException {
        if (selected == job.id) {
            return coders;
        }
        Coder<Object>[] known = jobs.get(job.id);
        if (known == null) {
            known = open(job);
            batch.next().write(job.encoded);
            batch.seal(Protocol.DEFINE, job.id);
            // This must come after the definition is added. If there was no room for it, the next task sends it.
            jobs.put(job.id, known);
            forgetOldest();
        }
        batch.add(Protocol.SELECT, job.id);
        selected = job.id;
        coders = known;
        return known;
    }

    private void forgetOldest() throws IOException {
        if (jobs.size() > JOBS) {
            Long oldest = jobs.keySet().iterator().next();
            jobs.remove(oldest);
            batch.add(Protocol.FORGET, oldest);
        }
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // each coder gets only arguments of its shape
    private Coder<Object>[] open(JobState job) throws TravelException {
        List<Coder<Object>> opened = new ArrayList<>();
        try {
            for (Shape<?> shape : job.definition.arguments()) {
                opened.add((Coder<Object>) codec.open(shape));
            }
        } catch (UnsupportedShapeException | RuntimeException | Error e) {
            throw TravelException.here("the argument", "encode", e);
        }
        return opened.toArray(new Coder[0]);
    }
}
