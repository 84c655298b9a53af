package dev.pipemark.worker;

import com.sun.management.ThreadMXBean;
import dev.pipemark.api.Frame;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.management.CompilationMXBean;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;

/**
 * The resources that a process has used so far.
 *
 * @param cpuNanos CPU time of all its threads, ns
 * @param ownNanos CPU time of the calling thread, ns. The compilers, the collector and other threads used the rest.
 * @param allocatedBytes heap bytes allocated by the calling thread
 * @param gcMillis time in garbage collection, ms
 * @param jitMillis time in compilation, ms, over all compiler threads
 * @param loadedClasses the number of classes loaded since start
 */
public record Usage(
        long cpuNanos, long ownNanos, long allocatedBytes, long gcMillis, long jitMillis, long loadedClasses) {
    /** Returns the usage of this process. Thread values are those of the calling thread. */
    public static Usage now() {
        long gcMillis = 0;
        for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            gcMillis += Math.max(0, collector.getCollectionTime());
        }
        CompilationMXBean compiler = ManagementFactory.getCompilationMXBean();
        com.sun.management.OperatingSystemMXBean system =
                ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class);
        ThreadMXBean threads = ManagementFactory.getPlatformMXBean(ThreadMXBean.class);
        return new Usage(
                system.getProcessCpuTime(),
                threads.getCurrentThreadCpuTime(),
                threads.getCurrentThreadAllocatedBytes(),
                gcMillis,
                compiler == null ? 0 : compiler.getTotalCompilationTime(),
                ManagementFactory.getClassLoadingMXBean().getTotalLoadedClassCount());
    }

    /** Returns the usage since an earlier reading. */
    public Usage since(Usage earlier) {
        return new Usage(
                cpuNanos - earlier.cpuNanos,
                ownNanos - earlier.ownNanos,
                allocatedBytes - earlier.allocatedBytes,
                gcMillis - earlier.gcMillis,
                jitMillis - earlier.jitMillis,
                loadedClasses - earlier.loadedClasses);
    }

    /** Returns the sum of two usages. */
    public Usage plus(Usage other) {
        return new Usage(
                cpuNanos + other.cpuNanos,
                ownNanos + other.ownNanos,
                allocatedBytes + other.allocatedBytes,
                gcMillis + other.gcMillis,
                jitMillis + other.jitMillis,
                loadedClasses + other.loadedClasses);
    }

    public void write(Frame out) throws IOException {
        DataOutputStream data = new DataOutputStream(out);
        data.writeLong(cpuNanos);
        data.writeLong(ownNanos);
        data.writeLong(allocatedBytes);
        data.writeLong(gcMillis);
        data.writeLong(jitMillis);
        data.writeLong(loadedClasses);
    }

    public static Usage read(Frame in) throws IOException {
        DataInputStream data = new DataInputStream(in.input());
        return new Usage(
                data.readLong(), data.readLong(), data.readLong(), data.readLong(), data.readLong(), data.readLong());
    }
}
