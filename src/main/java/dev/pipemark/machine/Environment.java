package dev.pipemark.machine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.RuntimeMXBean;
import java.nio.ByteBuffer;
import java.nio.channels.Pipe;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/**
 * The facts that measurements depend on beside the code: the machine, the JDK, the suite, and the load. A fact that
 * this system does not provide is {@code unknown}. No fact causes a failure.
 */
public final class Environment {
    /** The value of a fact that is not available. */
    public static final String UNKNOWN = Linux.UNKNOWN;

    private Environment() {}

    /** Returns the facts that stay the same during a run, by dotted name, in the order of reports. */
    public static Map<String, String> capture() {
        Linux linux = Linux.here();
        Map<String, String> facts = new LinkedHashMap<>();
        machine(facts);
        facts.put("cgroup.quota", linux.quota());
        facts.put("virtualisation", linux.virtualisation());
        facts.put("kernel", System.getProperty("os.version", UNKNOWN));
        facts.put("os", linux.distribution(System.getProperty("os.name", UNKNOWN)));
        facts.put("os.arch", System.getProperty("os.arch", UNKNOWN));
        facts.put("cpu.governor", linux.governor());
        facts.put("clock.source", linux.clockSource());
        facts.put("pipe.capacity", pipeCapacity());
        jdk(facts);
        suite(facts);
        return facts;
    }

    /**
     * Returns the load. {@code load1} is the mean number of runnable threads over a minute, as the system counts them.
     * {@code steal} is the percentage of all CPU time since boot that the hypervisor gave to others. {@code idle} is
     * the percentage of idle time. {@code ticks.steal} and {@code ticks.all} are the underlying counts in hundredths of
     * a second. Their values before and after a run show how much time its neighbours took.
     */
    public static Map<String, String> load() {
        Map<String, String> facts = new LinkedHashMap<>();
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        facts.put("load1", load < 0 ? UNKNOWN : String.format(Locale.ROOT, "%.2f", load));
        facts.putAll(Linux.here().ticks());
        return facts;
    }

    private static void machine(Map<String, String> facts) {
        Processors processors = Processors.here();
        facts.put("cpu.model", processors.model());
        facts.put("cpu.cores.logical", processors.logical());
        facts.put("cpu.cores.physical", processors.physical());
        facts.put("cpu.cores.jvm", String.valueOf(Runtime.getRuntime().availableProcessors()));
        long memory = Memory.here().total();
        facts.put("memory.total", memory < 0 ? UNKNOWN : memory + " MiB");
    }

    private static void jdk(Map<String, String> facts) {
        RuntimeMXBean runtime = ManagementFactory.getRuntimeMXBean();
        facts.put("jdk.version", System.getProperty("java.runtime.version", UNKNOWN));
        facts.put("jdk.vendor", System.getProperty("java.vendor", UNKNOWN));
        facts.put("jdk.vm", runtime.getVmName() + " " + runtime.getVmVersion());
        facts.put("jdk.flags", String.join(" ", runtime.getInputArguments()));
    }

    private static void suite(Map<String, String> facts) {
        Properties suite = new Properties();
        try (InputStream built = Environment.class.getResourceAsStream("/dev/pipemark/suite.properties")) {
            if (built != null) {
                suite.load(built);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        facts.put("suite.version", suite.getProperty("version", UNKNOWN));
        facts.put("suite.commit", suite.getProperty("commit", UNKNOWN));
    }

    /** Fills a pipe to find its capacity: the bytes that one side may write before the other reads. */
    private static String pipeCapacity() {
        if (System.getProperty("os.name", "").startsWith("Windows")) {
            // Java's Pipe is a pair of sockets on this system.
            return UNKNOWN;
        }
        try {
            Pipe pipe = Pipe.open();
            try (Pipe.SinkChannel sink = pipe.sink();
                    Pipe.SourceChannel source = pipe.source()) {
                sink.configureBlocking(false);
                ByteBuffer page = ByteBuffer.allocateDirect(4096);
                long total = 0;
                int written = sink.write(page);
                while (written > 0 && source.isOpen()) {
                    total += written;
                    page.clear();
                    written = sink.write(page);
                }
                return total + " B";
            }
        } catch (IOException e) {
            return UNKNOWN;
        }
    }
}
