package dev.pipemark.capability;

import dev.pipemark.api.Codec;
import dev.pipemark.capability.ContractWorkers.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The largest array of bytes that arrives whole, or the largest string if the codec carries no arrays. */
final class LargestMessageContract implements Contract {
    private static final List<Integer> SMALLER = List.of(1, 16, 64);
    private static final int MOST = 100;
    private static final int MEBIBYTE = 1 << 20;
    /** A frame may fill a quarter of the heap. This heap allows for an encoding that adds a half. */
    private static final List<String> HEAP = List.of("-Xmx1g");

    private static final int PATIENCE = 3;
    private static final Role SENDER = new Role("sender of large messages", "", HEAP, PATIENCE);
    private static final Role RECEIVER = new Role("receiver of large messages", "", HEAP, PATIENCE);

    private final Path work;

    /**
     * Creates the contract.
     *
     * @param work the folder for messages between workers
     */
    LargestMessageContract(Path work) {
        this.work = work;
    }

    @Override
    public String name() {
        return "largest message";
    }

    @Override
    public Finding find(Codec codec, ContractWorkers workers) {
        Path file = work.resolve("largest-" + codec.id());
        workers.prepare(SENDER);
        workers.prepare(RECEIVER);
        try {
            Finding bytes = largest(false, file, workers);
            return bytes.answer().startsWith("less") || bytes.notCarried()
                    ? orText(bytes, largest(true, file, workers))
                    : bytes;
        } finally {
            workers.lose(SENDER);
            workers.lose(RECEIVER);
            delete(file);
        }
    }

    private static Finding orText(Finding bytes, Finding text) {
        return text.answer().startsWith("less") || text.notCarried() ? bytes : text;
    }

    private static Finding largest(boolean text, Path file, ContractWorkers workers) {
        String what = "as a " + (text ? "String" : "byte[]") + ", in workers with " + HEAP.get(0);
        // Most codecs carry the largest message. For the other codecs, smaller messages show the limit.
        Reply most = carried(text, MOST, file, workers);
        if (most.notCarried()) {
            return most.finding();
        }
        if (trouble(most).isEmpty()) {
            return new Finding(MOST + " MiB or more", what);
        }
        int whole = 0;
        for (int size : SMALLER) {
            Reply reply = carried(text, size, file, workers);
            if (!trouble(reply).isEmpty()) {
                return limited(whole, size, reply, what);
            }
            whole = size;
        }
        return limited(whole, MOST, most, what);
    }

    private static Reply carried(boolean text, int size, Path file, ContractWorkers workers) {
        byte[] message = new LargeMessage(text, size * MEBIBYTE, file).toQuestion();
        Reply reply = workers.ask(SENDER, ContractService.ENCODE_LARGE, message);
        return reply.fine() ? workers.ask(RECEIVER, ContractService.ARRIVE_LARGE, message) : reply;
    }

    /** Returns the difference of a message that arrived, or why it did not arrive. Empty if it arrived whole. */
    private static String trouble(Reply reply) {
        return reply.fine() ? reply.text() : reply.trouble();
    }

    private static Finding limited(int whole, int size, Reply reply, String what) {
        String answer = whole == 0 ? "less than 1 MiB: " : whole + " MiB, then: ";
        return new Finding(
                answer + (reply.fine() ? "silently wrong" : reply.trouble()),
                size + " MiB " + what + ": " + (reply.fine() ? reply.text() : reply.reason()));
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            file.toFile().deleteOnExit();
        }
    }
}
