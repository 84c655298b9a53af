package dev.pipemark.machine;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/**
 * The memory of this machine.
 *
 * @param total MiB, or -1 if unknown
 * @param available the MiB that processes can still allocate, or -1 if unknown. On Linux this includes caches that the
 *     system would drop. On other systems it is the free memory alone.
 */
public record Memory(long total, long available) {
    /** Returns the current values. On Linux they are those of the machine, whatever the control group allows. */
    public static Memory here() {
        Linux linux = Linux.here();
        long total = linux.memory("MemTotal");
        long available = linux.memory("MemAvailable");
        if ((total < 0 || available < 0)
                && ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system) {
            total = total < 0 ? system.getTotalMemorySize() >> 20 : total;
            available = available < 0 ? system.getFreeMemorySize() >> 20 : available;
        }
        return new Memory(total, available);
    }

    /** Returns the largest resident set that a live process has had, in MiB, or -1 if unknown, as outside Linux. */
    public static long residentPeak(ProcessHandle process) {
        return Linux.here().residentPeak(process.pid());
    }
}
