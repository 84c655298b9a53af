package dev.pipemark.conformance;

import dev.pipemark.worker.Protocol;
import dev.pipemark.worker.Refusal.Stage;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/** Messages that are acknowledged together. */
final class StreamChecks {
    private static final int[] BURSTS = {1, 3, 64};

    private final Samples samples;

    private StreamChecks(Samples samples) {
        this.samples = samples;
    }

    static List<Check> of(Samples samples) {
        StreamChecks checks = new StreamChecks(samples);
        return List.of(
                new Check("sink", "ACK has the number of values decoded since the start", checks::sink),
                new Check("sink-refused", "a value refused in a stream affects no other value", checks::refused));
    }

    private void sink(Talk talk) throws IOException, Broken {
        Acknowledged acknowledged = new Acknowledged();
        for (int burst : BURSTS) {
            Message[] messages = new Message[burst];
            Arrays.setAll(messages, i -> good());
            talk.send(messages);
            acknowledged.sent += burst;
            acknowledged.collect(talk);
        }
        Broken.unless(acknowledged.refused == 0, "it refused a value that it must decode");
    }

    private void refused(Talk talk) throws IOException, Broken {
        Acknowledged acknowledged = new Acknowledged();
        talk.send(good(), Message.of(Protocol.SINK, samples.garbage()), good());
        acknowledged.sent = 2;
        acknowledged.collect(talk);
        Broken.unless(
                acknowledged.refused == 1,
                "it refused " + acknowledged.refused + " of three values; it must refuse one, which has invalid bytes");
    }

    private Message good() {
        return Message.of(Protocol.SINK, samples.values().get(0).encoded());
    }

    /** The acknowledgements so far. */
    private static final class Acknowledged {
        private long sent;
        private long total;
        private int refused;

        /**
         * Receives all acknowledgements that are due. A worker may read a NOTE together with the stream. It may then
         * answer the NOTE first and acknowledge the stream after that. But it must acknowledge the stream before it
         * reads the next NOTE.
         */
        void collect(Talk talk) throws IOException, Broken {
            for (int i = 0; i < 2; i++) {
                talk.send(Message.of(Protocol.NOTE));
                Message message = talk.receive();
                while (message.tag() != Protocol.USAGE) {
                    add(message);
                    message = talk.receive();
                }
            }
            Broken.unless(
                    total == sent, "it acknowledged " + total + " of " + sent + " values before it waited for more");
        }

        private void add(Message message) throws Broken {
            if (message.tag() == Protocol.REFUSED) {
                message.requireRefused(Stage.DECODE, "SINK");
                refused++;
                return;
            }
            message.require(Protocol.ACK, "SINK");
            Broken.unless(
                    message.argument() > total && message.argument() <= sent,
                    "it acknowledged " + message.argument() + " values in all; the number must be above " + total
                            + " and at most " + sent);
            total = message.argument();
        }
    }
}
