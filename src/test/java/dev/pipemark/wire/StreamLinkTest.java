package dev.pipemark.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pipemark.api.Frame;
import dev.pipemark.api.FrameTooLargeException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StreamCorruptedException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Catches frames that are torn or mixed up, and lengths that are trusted before the bytes arrive. */
final class StreamLinkTest {
    /** The constant in the upper half of every tag. */
    private static final int MARK = 0x504D_0000;

    private static Link reading(byte[] bytes) {
        return new StreamLink(new ByteArrayInputStream(bytes), new ByteArrayOutputStream());
    }

    private static byte[] header(int length, int tag, long argument) {
        return ByteBuffer.allocate(Frame.HEADER)
                .putInt(length)
                .putInt(MARK | tag)
                .putLong(argument)
                .array();
    }

    /** Through {@code cat}: by the streams of its process, or by its pipes as files, as on Linux. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void messagesOfAllSizesArriveInOrder(boolean files) throws Exception {
        int[] sizes = {0, 1, 47, 48, 64, 1000, 8176, 8177, 65_520, 65_536, 131_072, 1_500_000, 3, 2_000_000, 0};
        Process cat = new ProcessBuilder("cat").start();
        try (OutputStream out = files ? new FileOutputStream("/proc/" + cat.pid() + "/fd/0") : cat.getOutputStream();
                InputStream in = files ? new FileInputStream("/proc/" + cat.pid() + "/fd/1") : cat.getInputStream()) {
            if (files) {
                // After its process ends, the process's own stream would drain the pipe.
                cat.getInputStream().close();
            }
            Link sender = new StreamLink(InputStream.nullInputStream(), out);
            CompletableFuture<Void> sending = CompletableFuture.runAsync(() -> send(sizes, sender, cat));
            Link receiver = new StreamLink(in, OutputStream.nullOutputStream());
            Frame message = new Frame();
            for (int i = 0; i < sizes.length; i++) {
                assertThat(receiver.receive(message)).isTrue();
                assertThat(Header.tag(message)).isEqualTo(i);
                assertThat(Header.argument(message)).isEqualTo(-i);
                assertThat(Arrays.equals(message.toByteArray(), content(sizes[i], i)))
                        .isTrue();
            }
            sending.get(1, TimeUnit.MINUTES);
            assertThat(receiver.receive(message)).isFalse();
        } finally {
            cat.destroyForcibly();
        }
    }

    private static void send(int[] sizes, Link link, Process reader) {
        try (link;
                OutputStream last = reader.getOutputStream()) {
            Batch batch = new Batch();
            for (int i = 0; i < sizes.length; i++) {
                batch.next().write(content(sizes[i], i));
                batch.seal(i, -i);
                if (i % 3 == 2) {
                    link.send(batch);
                }
            }
            last.flush();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static byte[] content(int size, int seed) {
        byte[] bytes = new byte[size];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    @Test
    void readyMessageIsKnownWithoutReading() throws Exception {
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.write(header(3, 1, 0));
        both.write(new byte[3]);
        both.write(header(2, 2, 0));
        both.write(new byte[2]);
        Link link = reading(both.toByteArray());
        assertThat(link.ready()).isFalse();
        link.receive(new Frame());
        assertThat(link.ready()).isTrue();
        link.receive(new Frame());
        assertThat(link.ready()).isFalse();
    }

    @Test
    void truncatedHeaderFails() {
        assertThatThrownBy(() -> reading(Arrays.copyOf(header(3, 1, 0), 7)).receive(new Frame()))
                .isInstanceOf(EOFException.class);
    }

    @Test
    void truncatedMessageFails() {
        assertThatThrownBy(() -> reading(Arrays.copyOf(header(3, 1, 0), Frame.HEADER + 2))
                        .receive(new Frame()))
                .isInstanceOf(EOFException.class)
                .hasMessageContaining("within a message");
    }

    @Test
    void lengthOverLimitIsRefusedBeforeAllocation() {
        assertThatThrownBy(() -> reading(header(Integer.MAX_VALUE, 1, 0)).receive(new Frame()))
                .isInstanceOf(FrameTooLargeException.class)
                .hasMessageContaining("raise -Xmx");
    }

    @Test
    void textInsteadOfFrameIsReported() {
        assertThatThrownBy(() -> reading(header(-559_038_737, 1, 0)).receive(new Frame()))
                .isInstanceOf(StreamCorruptedException.class);
    }

    private static byte[] behind(String text) {
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
        both.writeBytes(header(3, 1, 0));
        both.writeBytes(new byte[3]);
        return both.toByteArray();
    }

    /** Read as a length, such first bytes would make the link wait or exceed the limit. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n",
                "0123456789012345",
                "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0",
                "oops",
                "\n",
                "\0\0\0\n"
            })
    void textIsReportedForAnyFirstBytes(String text) {
        assertThatThrownBy(() -> reading(behind(text)).receive(new Frame()))
                .isInstanceOf(StreamCorruptedException.class)
                .hasMessageContaining("standard output");
    }

    @Test
    void textAfterMessageLeavesMessageIntact() throws Exception {
        Link link = reading(concatenated(behind(""), behind("0123456789012345")));
        Frame message = new Frame();
        assertThat(link.receive(message)).isTrue();
        assertThat(message.length()).isEqualTo(3);
        assertThatThrownBy(() -> link.receive(message)).isInstanceOf(StreamCorruptedException.class);
    }

    private static byte[] concatenated(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    @Test
    void bufferGrowsOnlyAsBytesArrive() {
        int announced = Frame.limit() - Frame.HEADER;
        com.sun.management.ThreadMXBean threads =
                java.lang.management.ManagementFactory.getPlatformMXBean(com.sun.management.ThreadMXBean.class);
        Link link = reading(Arrays.copyOf(header(announced, 1, 0), 1000));
        long before = threads.getCurrentThreadAllocatedBytes();
        assertThatThrownBy(() -> link.receive(new Frame())).isInstanceOf(EOFException.class);
        assertThat(threads.getCurrentThreadAllocatedBytes() - before)
                .isLessThan(8 * 1024 * 1024)
                .isLessThan(announced);
    }

    @Test
    void forwardedMessageKeepsItsContentInBatch() throws Exception {
        Frame original = new Frame();
        original.write(new byte[] {1, 2, 3});
        Batch batch = new Batch();
        batch.forward(original, 7, 70);
        batch.next().write(9);
        batch.seal(8, 80);
        original.reset();
        original.write(new byte[] {4, 4, 4});
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new StreamLink(new ByteArrayInputStream(new byte[0]), out).send(batch);
        Link link = reading(out.toByteArray());
        Frame in = new Frame();
        link.receive(in);
        assertThat(in.toByteArray()).containsExactly(1, 2, 3);
        assertThat(Header.tag(in)).isEqualTo(7);
        link.receive(in);
        assertThat(in.toByteArray()).containsExactly(9);
        assertThat(Header.argument(in)).isEqualTo(80);
    }

    @Test
    void unsealedMessageIsDropped() throws Exception {
        Batch batch = new Batch();
        batch.next().write(1);
        batch.seal(1, 0);
        batch.next().write(new byte[100_000]);
        batch.next().write(2);
        batch.seal(2, 0);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new StreamLink(new ByteArrayInputStream(new byte[0]), out).send(batch);
        assertThat(out.size()).isEqualTo(2 * (Frame.HEADER + 1));
        assertThat(batch.messages()).isZero();
    }
}
