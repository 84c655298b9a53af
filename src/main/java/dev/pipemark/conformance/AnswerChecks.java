package dev.pipemark.conformance;

import dev.pipemark.worker.Protocol;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** Requests that are answered one by one. */
final class AnswerChecks {
    /** Their bytes fit into a pipe in both directions. */
    private static final int MANY = 200;

    private static final int FIRST_ARGUMENT = 1_000;
    private static final int NUMBERS = 6;

    private final Samples samples;

    private AnswerChecks(Samples samples) {
        this.samples = samples;
    }

    static List<Check> of(Samples samples) {
        AnswerChecks checks = new AnswerChecks(samples);
        return List.of(
                new Check("echo", "ECHO returns the value, with the argument of the request", checks::echo),
                new Check("order", "messages of one write are answered in their order", checks::order),
                new Check("split", "messages that arrive byte by byte are read", checks::split),
                new Check("large", "a message of 1 MiB is read whole and answered", checks::large),
                new Check("frame", "ECHO_FRAME returns the same bytes", checks::frame),
                new Check("note", "NOTE returns CPU times that do not fall, and four more numbers", checks::note),
                new Check("describe", "DESCRIBE returns the neutral description", checks::describe));
    }

    private void echo(Talk talk) throws IOException, Broken {
        for (Sample sample : samples.values()) {
            requireSame(sample, talk.echo(sample, FIRST_ARGUMENT), talk);
        }
    }

    private void order(Talk talk) throws IOException, Broken {
        List<byte[]> alone = new ArrayList<>();
        for (Sample sample : samples.values()) {
            alone.add(talk.echo(sample, 0));
        }
        Message[] requests = new Message[MANY];
        for (int i = 0; i < MANY; i++) {
            byte[] encoded = samples.values().get(i % alone.size()).encoded();
            requests[i] = new Message(Protocol.ECHO, FIRST_ARGUMENT + i, encoded);
        }
        talk.send(requests);
        for (int i = 0; i < MANY; i++) {
            Message answer = talk.receive();
            byte[] content = answer.require(Protocol.VALUE, "ECHO");
            Broken.unless(
                    answer.argument() == FIRST_ARGUMENT + i,
                    "answer " + (i + 1) + " of " + MANY + " is that of request "
                            + (answer.argument() - FIRST_ARGUMENT + 1) + ", by its argument");
            Broken.unless(
                    Arrays.equals(content, alone.get(i % alone.size())),
                    "answer " + (i + 1) + " of " + MANY + " has another value than the same request had alone");
        }
    }

    private void split(Talk talk) throws IOException, Broken {
        Sample sample = samples.values().get(0);
        Message request = new Message(Protocol.ECHO, FIRST_ARGUMENT, sample.encoded());
        talk.sendByteByByte(request, request);
        for (int i = 0; i < 2; i++) {
            talk.receive().require(Protocol.VALUE, "ECHO in single bytes");
        }
    }

    private void large(Talk talk) throws IOException, Broken {
        requireSame(samples.large(), talk.echo(samples.large(), FIRST_ARGUMENT), talk);
    }

    private void frame(Talk talk) throws IOException, Broken {
        byte[] every = new byte[256];
        for (int i = 0; i < every.length; i++) {
            every[i] = (byte) i;
        }
        for (byte[] content : List.of(every, new byte[0], samples.garbage())) {
            Message answer = talk.ask(Message.of(Protocol.ECHO_FRAME, content));
            Broken.unless(
                    Arrays.equals(content, answer.require(Protocol.VALUE, "ECHO_FRAME")),
                    "it returned other bytes than the " + content.length + " that it got");
        }
    }

    private void note(Talk talk) throws IOException, Broken {
        long[] before = usage(talk);
        for (int i = 0; i < NUMBERS; i++) {
            talk.echo(samples.large(), i);
        }
        long[] behind = usage(talk);
        Broken.unless(
                before[0] <= behind[0] && before[1] <= behind[1],
                "its CPU times fell from " + before[0] + " and " + before[1] + " ns to " + behind[0] + " and "
                        + behind[1] + " ns");
        Broken.unless(behind[0] > 0, "it has decoded and encoded 6 MiB, and says that it used no CPU time");
    }

    private static long[] usage(Talk talk) throws IOException, Broken {
        Message answer = talk.ask(Message.of(Protocol.NOTE));
        byte[] content = answer.require(Protocol.USAGE, "NOTE");
        Broken.unless(
                content.length == NUMBERS * Long.BYTES,
                "its USAGE has " + content.length + " bytes, where six numbers have " + NUMBERS * Long.BYTES);
        DataInputStream data = answer.data();
        long[] numbers = new long[NUMBERS];
        for (int i = 0; i < NUMBERS; i++) {
            numbers[i] = data.readLong();
            Broken.unless(numbers[i] >= 0, "number " + (i + 1) + " of its USAGE is " + numbers[i]);
        }
        return numbers;
    }

    private void describe(Talk talk) throws IOException, Broken {
        for (Sample sample : samples.values()) {
            String described = talk.describe(sample.encoded(), sample.toString());
            Broken.unless(
                    described.equals(sample.description()), "it describes " + sample + " as " + Sample.cut(described));
        }
    }

    /** A format may write one value in several ways. If the returned bytes differ, their description is compared. */
    private static void requireSame(Sample sample, byte[] came, Talk talk) throws IOException, Broken {
        if (!Arrays.equals(came, sample.encoded())) {
            String described = talk.describe(came, "what ECHO returned");
            Broken.unless(
                    described.equals(sample.description()),
                    "ECHO of " + sample + " returned " + came.length + " bytes that begin with "
                            + Sample.cut(HexFormat.of().formatHex(came)) + ", which it describes as "
                            + Sample.cut(described));
        }
    }
}
