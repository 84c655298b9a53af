package dev.pipemark.conformance;

import dev.pipemark.api.WireFormat;
import dev.pipemark.worker.Protocol;
import dev.pipemark.worker.Refusal.Stage;
import dev.pipemark.worker.WorkerException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Requests that a worker must refuse. It must then continue. */
final class FaultChecks {
    /** A tag that no request has. */
    private static final int UNKNOWN_TAG = 77;

    private static final WireFormat NO_FORMAT = new WireFormat("no-such-format", "");
    private static final int CANNOT_SERVE = 71;

    private final Samples samples;

    private FaultChecks(Samples samples) {
        this.samples = samples;
    }

    static List<Check> of(Samples samples) {
        FaultChecks checks = new FaultChecks(samples);
        return List.of(
                new Check("trailing", "bytes behind a value are refused with the stage DECODE", checks::trailing),
                new Check("garbage", "bytes that are not a value are refused with the stage DECODE", checks::garbage),
                new Check("unknown", "a request of an unknown tag is refused with the stage PROTOCOL", checks::unknown),
                new Check("no-format", "for a format that it does not have, it exits with 71", FaultChecks::noFormat),
                new Check("open", "OPEN of a known message is answered by DONE", checks::open));
    }

    private void trailing(Talk talk) throws IOException, Broken {
        byte[] value = samples.values().get(0).encoded();
        byte[] longer = Arrays.copyOf(value, value.length + 1);
        longer[value.length] = samples.behind();
        talk.ask(Message.of(Protocol.ECHO, longer)).requireRefused(Stage.DECODE, "ECHO of a value and one more byte");
        requireAlive(talk);
    }

    private void garbage(Talk talk) throws IOException, Broken {
        for (int tag : new int[] {Protocol.ECHO, Protocol.DESCRIBE}) {
            talk.ask(Message.of(tag, samples.garbage()))
                    .requireRefused(
                            Stage.DECODE,
                            (tag == Protocol.ECHO ? "ECHO" : "DESCRIBE") + " of bytes that are not a value");
        }
        requireAlive(talk);
    }

    private void unknown(Talk talk) throws IOException, Broken {
        talk.ask(Message.of(UNKNOWN_TAG)).requireRefused(Stage.PROTOCOL, "the tag " + UNKNOWN_TAG);
        requireAlive(talk);
    }

    private void open(Talk talk) throws IOException, Broken {
        String message = samples.format().message();
        talk.ask(open(message)).require(Protocol.DONE, "OPEN of '" + message + "'");
        if (!message.isEmpty()) {
            talk.ask(open("no.such.Message")).requireRefused(Stage.OPEN, "OPEN of a message that the schema lacks");
        }
        requireAlive(talk);
    }

    private static void noFormat(Talk talk) throws IOException, Broken {
        try (Talk other = talk.another(NO_FORMAT)) {
            throw new Broken("it greeted for the format '" + NO_FORMAT.name() + "', by the tag "
                    + other.greeting().tag());
        } catch (WorkerException.Died died) {
            Broken.unless(died.exitValue() == CANNOT_SERVE, String.valueOf(died.getMessage()));
        }
    }

    private static Message open(String message) {
        return Message.of(Protocol.OPEN, message.getBytes(StandardCharsets.UTF_8));
    }

    private void requireAlive(Talk talk) throws IOException, Broken {
        talk.echo(samples.values().get(0), 1);
    }
}
