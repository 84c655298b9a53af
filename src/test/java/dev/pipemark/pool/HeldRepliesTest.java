package dev.pipemark.pool;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pipemark.api.Frame;
import dev.pipemark.wire.Batch;
import dev.pipemark.wire.Header;
import dev.pipemark.wire.Link;
import dev.pipemark.wire.StreamLink;
import dev.pipemark.worker.Protocol;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Catches answers that wait for a long task, that leave twice or out of order, or that are torn. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class HeldRepliesTest {
    private static final long PATIENCE_SECONDS = 20;
    private static final int MANY = 100_000;
    private static final long LONG_NANOS = 2_000_000;

    /** Records the numbers of the answers that were sent. The second thread can be held within its write. */
    private static final class Wire implements Link {
        final BlockingQueue<Long> left = new LinkedBlockingQueue<>();
        final CountDownLatch looks = new CountDownLatch(1);
        final CountDownLatch mayLeave;

        Wire(boolean held) {
            mayLeave = new CountDownLatch(held ? 1 : 0);
        }

        @Override
        public void send(Batch batch) throws IOException {
            if (Thread.currentThread().getName().contains("late")) {
                looks.countDown();
                try {
                    mayLeave.await();
                } catch (InterruptedException e) {
                    throw new IOException(e);
                }
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            new StreamLink(InputStream.nullInputStream(), bytes).send(batch);
            Link back = new StreamLink(
                    new ByteArrayInputStream(bytes.toByteArray()), ByteArrayOutputStream.nullOutputStream());
            Frame in = new Frame();
            while (back.receive(in)) {
                assertThat(in.length()).isEqualTo(length(Header.argument(in)));
                left.add(Header.argument(in));
            }
        }

        @Override
        public boolean receive(Frame into) {
            return false;
        }

        @Override
        public boolean ready() {
            return true;
        }

        @Override
        public void close() {}
    }

    private static int length(long number) {
        return (int) (number % 300);
    }

    private static void answer(HeldReplies replies, long number) throws IOException {
        Frame out = replies.begin();
        out.write(new byte[length(number)]);
        replies.seal(out, Protocol.VALUE, number);
        replies.drained(false);
    }

    @Test
    void answerLeavesDuringNextTask() throws Exception {
        Wire wire = new Wire(false);
        HeldReplies replies = new HeldReplies(wire);
        answer(replies, 0);
        answer(replies, 1);
        replies.waitNoLonger();
        assertThat(wire.left.poll(PATIENCE_SECONDS, TimeUnit.SECONDS)).isZero();
        assertThat(wire.left.poll(PATIENCE_SECONDS, TimeUnit.SECONDS)).isEqualTo(1);
    }

    /** The second thread has sent all held answers, and does not sleep yet. */
    @Test
    void answerAddedDuringWriteIsSent() throws Exception {
        Wire wire = new Wire(true);
        HeldReplies replies = new HeldReplies(wire);
        answer(replies, 0);
        answer(replies, 1);
        replies.waitNoLonger();
        wire.looks.await();
        // After a millisecond this thread sends the answer itself, and waits for the other thread first.
        CompletableFuture.delayedExecutor(50, TimeUnit.MILLISECONDS).execute(wire.mayLeave::countDown);
        answer(replies, 2);
        replies.waitNoLonger();
        for (long number = 0; number < 3; number++) {
            assertThat(wire.left.poll(PATIENCE_SECONDS, TimeUnit.SECONDS)).isEqualTo(number);
        }
    }

    @Test
    void answersLeaveOnceAndInOrder() throws Exception {
        Wire wire = new Wire(false);
        HeldReplies replies = new HeldReplies(wire);
        for (long number = 0; number < MANY; number++) {
            replies.waitNoLonger();
            answer(replies, number);
            if (number % 4_999 == 0) {
                Frame dropped = replies.begin();
                dropped.write(1);
                while (wire.left.size() <= number) {
                    replies.waitNoLonger();
                    Thread.onSpinWait();
                }
            }
        }
        replies.drained(true);
        List<Long> left = new ArrayList<>(wire.left);
        assertThat(left).hasSize(MANY);
        for (int i = 0; i < MANY; i++) {
            assertThat(left.get(i)).isEqualTo(i);
        }
    }

    /** After many short tasks, the clock is read again when few answers are held. */
    @Test
    void slowTasksAfterShortOnesAnswerAtOnce() throws Exception {
        Wire wire = new Wire(true);
        HeldReplies replies = new HeldReplies(wire);
        long number = 0;
        while (number < MANY) {
            answer(replies, number++);
        }
        replies.drained(true);
        answer(replies, number++);
        replies.drained(true);
        wire.left.clear();
        long began = System.nanoTime();
        while (wire.left.isEmpty() && System.nanoTime() - began < TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS)) {
            answer(replies, number++);
            for (long end = System.nanoTime() + 1_500_000; System.nanoTime() < end; ) {
                Thread.onSpinWait();
            }
        }
        assertThat(number - MANY).isLessThan(10);
    }

    /** Otherwise, the pool would blame the next task when it kills the worker for the long one. */
    @Test
    void answerOfLongTaskLeavesBeforeNextTaskBegins() throws Exception {
        Wire wire = new Wire(false);
        HeldReplies replies = new HeldReplies(wire);
        long number = 0;
        while (number < MANY) {
            answer(replies, number++);
        }
        replies.drained(true);
        while (number < MANY + 3_000) {
            answer(replies, number++);
        }
        replies.waitNoLonger();
        for (long expected = 0; expected < number; expected++) {
            assertThat(wire.left.poll(PATIENCE_SECONDS, TimeUnit.SECONDS)).isEqualTo(expected);
        }
        // The long task runs longer than answers are held.
        long told = System.nanoTime();
        while (System.nanoTime() - told < LONG_NANOS) {
            Thread.onSpinWait();
        }
        answer(replies, number);
        List<Long> atOnce = List.copyOf(wire.left);
        assertThat(atOnce).containsExactly(number);
    }
}
