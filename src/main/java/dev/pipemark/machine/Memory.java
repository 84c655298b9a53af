package dev.pipemark.machine;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/**
 * The memory of this machine.
 *
 * @param total the whole memory in MiB, or -1 if unknown
 * @param available the memory that processes can still get, in MiB, or -1 if unknown. On Linux it includes caches that
 *     can be dropped, and is no more than the control group allows. It is unknown on macOS, where the free part leaves out
 *     caches that can be dropped
 */
public record Memory(long total, long available) {
    /** Returns the present memory. */
    public static Memory here() {
        Linux linux = Linux.here();
        long total = linux.memory("MemTotal");
        long available = linux.memory("MemAvailable");
        if ((total < 0 || available < 0)
                && ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system) {
            total = total < 0 ? system.getTotalMemorySize() >> 20 : total;
            boolean mac = System.getProperty("os.name", "").startsWith("Mac");
            available = available < 0 && !mac ? system.getFreeMemorySize() >> 20 : available;
        }
        return new Memory(total, Math.min(available, linux.memoryLeft()));
    }

    /** Returns the largest resident set that a live process has had, in MiB, or -1 if unknown, as outside Linux. */
    public static long residentPeak(ProcessHandle process) {
        return Linux.here().residentPeak(process.pid());
    }
}
