package dev.pipemark.pool;

import dev.pipemark.api.Codec;
import dev.pipemark.api.Coder;
import dev.pipemark.api.Frame;
import dev.pipemark.api.UnsupportedShapeException;
import dev.pipemark.wire.Header;
import dev.pipemark.worker.Protocol;
import dev.pipemark.worker.Refusal;
import dev.pipemark.worker.Usage;
import java.io.IOException;
import java.io.StreamCorruptedException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Decodes the answers of one worker and completes the tasks. Confined to one thread. */
final class AnswerReader {
    private final Codec codec;
    private final Thrown thrown;
    private final long pid;
    private final Map<Long, Coder<?>> coders = new LinkedHashMap<>(TaskWriter.JOBS, 0.75f, true);
    private @Nullable Coder<?> last;
    private long lastJob;

    AnswerReader(Codec codec, Thrown thrown, long pid) {
        this.codec = codec;
        this.thrown = thrown;
        this.pid = pid;
    }

    /**
     * Completes the next task of a span with an answer.
     *
     * @throws StreamCorruptedException if the message does not answer this task
     */
    void tell(Span span, Frame in) throws IOException {
        int index = span.next;
        Call call = span.call;
        switch (Header.tag(in)) {
            case Protocol.VALUE -> value(call, index, in);
            case Protocol.DONE -> call.succeed(index, null);
            case Protocol.THREW -> call.fail(index, thrown.read(in, pid));
            case Protocol.REFUSED -> call.fail(index, TravelException.there(Refusal.read(in), pid));
            case Protocol.USAGE -> call.succeed(index, Usage.read(in));
            case Protocol.SKIPPED -> {
                PoolException why = span.whyUnsent(index);
                if (why != null) {
                    call.fail(index, why);
                }
            }
            default -> throw new StreamCorruptedException("the worker answered with tag " + Header.tag(in));
        }
    }

    private void value(Call call, int index, Frame in) {
        Object result;
        try {
            result = coder(call.terms.job()).decode(in);
        } catch (Exception | Error e) {
            call.fail(index, TravelException.here("the result", "decode", e));
            return;
        }
        call.succeed(index, result);
    }

    private Coder<?> coder(JobState job) throws UnsupportedShapeException {
        Coder<?> known = last;
        if (known == null || lastJob != job.id) {
            known = coders.get(job.id);
            if (known == null) {
                known = codec.open(job.definition.result());
                coders.put(job.id, known);
                if (coders.size() > TaskWriter.JOBS) {
                    coders.remove(coders.keySet().iterator().next());
                }
            }
            last = known;
            lastJob = job.id;
        }
        return known;
    }
}
