package dev.pipemark.worker;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.OptionalLong;

/**
 * The number of distinct values that a benchmark cycles through: 64 to 1024, or fewer if 64 would keep more than 4 MiB
 * alive. With one value, reference tracking would collapse all repetitions, and the value would stay in the nearest
 * cache.
 */
public final class Ring {
    /** The approximate number of bytes of values that are alive at a time. */
    public static final int LIVE_BYTES = 4 * 1024 * 1024;

    private static final int FEWEST = 4;
    private static final int MOST = 1024;
    private static final int TRIED = 8;

    private Ring() {}

    /** Returns the ring length for a payload: a power of two that does not depend on the codec. */
    public static int length(Maker<?> maker) {
        return length(bytes(maker));
    }

    /**
     * Returns the ring length for values of a size.
     *
     * @param bytes the size of one value
     */
    public static int length(long bytes) {
        return (int) Math.max(FEWEST, Math.min(MOST, Long.highestOneBit(Math.max(1, LIVE_BYTES / bytes))));
    }

    /**
     * Returns the approximate size of a value in memory: the size that the payload states. If the payload states none, this
     * is the number of bytes that creating one value allocates, which is never less than the bytes that stay alive.
     */
    public static long bytes(Maker<?> maker) {
        OptionalLong told = maker.valueBytes();
        if (told.isPresent()) {
            return Math.max(1, told.getAsLong());
        }
        ThreadMXBean threads = ManagementFactory.getPlatformMXBean(ThreadMXBean.class);
        maker.create(0);
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int seed = 1; seed <= TRIED; seed++) {
            maker.create(seed);
        }
        return Math.max(1, (threads.getCurrentThreadAllocatedBytes() - before) / TRIED);
    }
}
