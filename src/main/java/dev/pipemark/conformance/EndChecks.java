package dev.pipemark.conformance;

import dev.pipemark.worker.Protocol;
import dev.pipemark.worker.WorkerException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** The behaviour of a worker when its input ends. */
final class EndChecks {
    private static final Duration LONGEST = Duration.ofSeconds(2);

    private final Samples samples;

    private EndChecks(Samples samples) {
        this.samples = samples;
    }

    static List<Check> of(Samples samples) {
        EndChecks checks = new EndChecks(samples);
        return List.of(
                new Check("stdout", "standard output has answers and nothing else, to its end", checks::stdout),
                new Check("end", "it ends within 2 s of its input, with the exit code 0", checks::end));
    }

    private void stdout(Talk talk) throws IOException, Broken {
        Sample sample = samples.values().get(0);
        talk.echo(sample, 1);
        talk.describe(sample.encoded(), sample.toString());
        talk.ask(Message.of(Protocol.ECHO, samples.garbage())).require(Protocol.REFUSED, "bytes that are not a value");
        talk.ask(Message.of(Protocol.NOTE)).require(Protocol.USAGE, "NOTE");
        talk.endInput();
        try {
            throw new Broken("it sent a message of the tag " + talk.receive().tag() + " that nobody had asked for");
        } catch (WorkerException.Died | WorkerException.Hung e) {
            // Another rule tests whether and how the worker ends.
        }
    }

    private void end(Talk talk) throws IOException, Broken {
        talk.echo(samples.values().get(0), 1);
        talk.endInput();
        long begun = System.nanoTime();
        try {
            throw new Broken("it sent a message of the tag " + talk.receive().tag() + " behind the end of its input");
        } catch (WorkerException.Died died) {
            Duration taken = Duration.ofNanos(System.nanoTime() - begun);
            Broken.unless(
                    taken.compareTo(LONGEST) <= 0,
                    "it ended " + taken.toMillis() + " ms after its input, and not within 2 s");
            Broken.unless(died.exitValue() == 0, String.valueOf(died.getMessage()));
        } catch (WorkerException hung) {
            throw new Broken("it did not end after its input: " + hung.getMessage());
        }
    }
}
