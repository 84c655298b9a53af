package dev.pipemark.conformance;

import dev.pipemark.api.Frame;
import dev.pipemark.api.WireFormat;
import dev.pipemark.wire.Batch;
import dev.pipemark.wire.Header;
import dev.pipemark.worker.Protocol;
import dev.pipemark.worker.Worker;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** A conversation with one worker process, message by message. */
final class Talk implements AutoCloseable {
    private static final long PAUSE_NANOS = 1_000_000;

    private final List<String> command;
    private final Path logs;
    private final Duration deadline;
    private final Worker worker;
    private final Message greeting;
    private final Batch batch = new Batch();
    private final Frame in = new Frame();

    /**
     * Starts a worker, and waits for its first message.
     *
     * @param deadline the time that one answer may take
     * @throws Broken if its first message is not a greeting
     * @throws IOException if it does not start, ends, hangs, or sends bytes that are not a message
     */
    Talk(List<String> command, WireFormat format, Path logs, Duration deadline) throws IOException, Broken {
        this.command = command;
        this.logs = logs;
        this.deadline = deadline;
        worker = Worker.foreign(command, format, logs, deadline);
        try {
            greeting = receive();
            Broken.unless(
                    greeting.tag() == Protocol.HELLO,
                    "its first message has the tag " + greeting.tag() + ", and not " + Protocol.HELLO
                            + " as HELLO has");
        } catch (IOException | Broken e) {
            close();
            throw e;
        }
    }

    /** Starts the same executable once more, for another format. */
    Talk another(WireFormat format) throws IOException, Broken {
        return new Talk(command, format, logs, deadline);
    }

    Message greeting() {
        return greeting;
    }

    /** The id of the process that was started. */
    long pid() {
        return worker.process().pid();
    }

    /** Sends messages in one write, as far as the pipe has room. Nothing is read in the meantime. */
    void send(Message... messages) throws IOException {
        byte[] bytes = bytes(messages);
        batch.hold(bytes, 0, bytes.length);
        worker.send(batch);
    }

    /** Sends messages with one write for each byte, and gives the worker the time to read each byte by itself. */
    void sendByteByByte(Message... messages) throws IOException {
        byte[] bytes = bytes(messages);
        for (int at = 0; at < bytes.length; at++) {
            batch.hold(bytes, at, at + 1);
            worker.send(batch);
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    /** Waits for the next message. */
    Message receive() throws IOException {
        worker.receive(in);
        return new Message(Header.tag(in), Header.argument(in), in.toByteArray());
    }

    /** Sends a request, and waits for the answer. */
    Message ask(Message request) throws IOException {
        send(request);
        return receive();
    }

    /** Asks for a value to be sent back, and returns the bytes that came. */
    byte[] echo(Sample sample, long argument) throws IOException, Broken {
        Message answer = ask(new Message(Protocol.ECHO, argument, sample.encoded()));
        byte[] content = answer.require(Protocol.VALUE, "ECHO of " + sample);
        Broken.unless(
                answer.argument() == argument,
                "it answered ECHO with the argument " + argument + " by one with " + answer.argument());
        return content;
    }

    /** Asks for the description of a value. */
    String describe(byte[] encoded, String called) throws IOException, Broken {
        Message answer = ask(Message.of(Protocol.DESCRIBE, encoded));
        answer.require(Protocol.VALUE, "DESCRIBE of " + called);
        return answer.text();
    }

    /** Ends the worker's input. */
    void endInput() {
        worker.endInput();
    }

    /** Ends the worker at once. */
    @Override
    public void close() {
        worker.process().destroyForcibly();
        worker.close();
    }

    private static byte[] bytes(Message... messages) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (Message message : messages) {
            all.writeBytes(message.bytes());
        }
        return all.toByteArray();
    }
}
