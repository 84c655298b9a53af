package dev.pipemark.pool;

import dev.pipemark.api.Codec;
import dev.pipemark.api.Coder;
import dev.pipemark.api.Frame;
import dev.pipemark.worker.Failure;
import dev.pipemark.worker.Refusal.Stage;
import org.jspecify.annotations.Nullable;

/** A job in this process: its coders and its function, or the reason why they are missing. */
final class OpenedJob {
    final Coder<?>[] coders;
    final @Nullable Coder<Object> reply;
    final Target target;
    final @Nullable Failure failure;

    private OpenedJob(Coder<?>[] coders, @Nullable Coder<Object> reply, Target target, @Nullable Failure failure) {
        this.coders = coders;
        this.reply = reply;
        this.target = target;
        this.failure = failure;
    }

    static OpenedJob of(Codec codec, Frame request) {
        try {
            Definition definition = Definition.read(request);
            Coder<?>[] coders = new Coder<?>[definition.arguments().size()];
            for (int i = 0; i < coders.length; i++) {
                coders[i] = codec.open(definition.arguments().get(i));
            }
            return new OpenedJob(coders, reply(codec, definition), target(codec, definition), null);
        } catch (Failure failure) {
            return broken(failure);
        } catch (Throwable e) {
            return broken(new Failure(Stage.OPEN, e));
        }
    }

    private static OpenedJob broken(Failure failure) {
        return new OpenedJob(new Coder<?>[0], null, arguments -> null, failure);
    }

    @SuppressWarnings("unchecked") // the caller gives the result's shape
    private static Coder<Object> reply(Codec codec, Definition definition) throws Exception {
        return (Coder<Object>) codec.open(definition.result());
    }

    private static Target target(Codec codec, Definition definition) throws Exception {
        Definition.Code code = definition.code();
        if (code instanceof Definition.Code.Lookup lookup) {
            return lookup.named().find(definition.arguments().size());
        }
        if (code instanceof Definition.Code.Shipped shipped) {
            Frame frame = new Frame();
            frame.write(shipped.encoded(), 0, shipped.encoded().length);
            Object function;
            try {
                function = codec.open(shipped.shape()).decode(frame);
                return Target.of(function);
            } catch (Throwable e) {
                throw new Failure(Stage.FUNCTION, e);
            }
        }
        return Target.given();
    }

    @Nullable
    Object decode(int place, Frame request) throws Failure {
        try {
            return coders[place].decode(request);
        } catch (Throwable e) {
            throw new Failure(Stage.DECODE, e);
        }
    }

    void reply(Object result, Frame out) throws Failure {
        try {
            if (reply != null) {
                reply.encode(result, out);
            }
        } catch (Throwable e) {
            throw new Failure(Stage.ENCODE_REPLY, e);
        }
    }
}
