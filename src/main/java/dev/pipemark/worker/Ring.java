package dev.pipemark.worker;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/**
 * How many distinct values a benchmark walks through: 64 to 1024, fewer only where 64 would keep more than 4 MiB alive.
 * One value sent again and again would collapse under reference tracking and stay in the nearest cache.
 */
public final class Ring {
    /** Bytes of values kept alive at a time, about. */
    public static final int LIVE_BYTES = 4 * 1024 * 1024;

    private static final int FEWEST = 4;
    private static final int MOST = 1024;
    private static final int TRIED = 8;

    private Ring() {}

    /** The length for a payload: a power of two, the same whatever the codec. */
    public static int length(Maker<?> maker) {
        return length(bytes(maker));
    }

    /**
     * @param bytes of one value
     */
    public static int length(long bytes) {
        return (int) Math.max(FEWEST, Math.min(MOST, Long.highestOneBit(Math.max(1, LIVE_BYTES / bytes))));
    }

    /**
     * The size of a value in memory, about. It is taken from what creating one allocates, which is never less than what
     * stays alive.
     */
    public static long bytes(Maker<?> maker) {
        ThreadMXBean threads = ManagementFactory.getPlatformMXBean(ThreadMXBean.class);
        maker.create(0);
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int seed = 1; seed <= TRIED; seed++) {
            maker.create(seed);
        }
        return Math.max(1, (threads.getCurrentThreadAllocatedBytes() - before) / TRIED);
    }
}
