package dev.pipemark.machine;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * All processors of this machine. The JVM may be allowed fewer.
 *
 * @param model the system's name for them
 * @param logical the number of processors that the system schedules on
 * @param physical the number of cores
 */
record Processors(String model, String logical, String physical) {
    private static final String UNKNOWN = Linux.UNKNOWN;
    private static final String REGISTRY_KEY = "HKLM\\HARDWARE\\DESCRIPTION\\System\\CentralProcessor\\0";
    private static final String REGISTRY_VALUE = "ProcessorNameString";
    private static final String REGISTRY_TYPE = "REG_SZ";

    /** Returns the processors of this machine. */
    static Processors here() {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (system.startsWith("mac")) {
            return sysctl(Command.output("sysctl", "machdep.cpu.brand_string", "hw.logicalcpu", "hw.physicalcpu"));
        }
        if (system.startsWith("windows")) {
            return registry(Command.output("reg", "query", REGISTRY_KEY, "/v", REGISTRY_VALUE));
        }
        return of(Linux.here());
    }

    static Processors of(Linux linux) {
        return cpuinfo(linux.cpuinfo(), linux.siblings());
    }

    /**
     * Parses the output of macOS's {@code sysctl} for these three names: one line each, with the value after a colon.
     */
    static Processors sysctl(String output) {
        return new Processors(
                after(output, "machdep.cpu.brand_string:"),
                after(output, "hw.logicalcpu:"),
                after(output, "hw.physicalcpu:"));
    }

    /** Parses the output of Windows' {@code reg query}: name, type and value. It has no number of cores. */
    static Processors registry(String output) {
        String jvm = String.valueOf(Runtime.getRuntime().availableProcessors());
        return new Processors(after(output, REGISTRY_TYPE), jvm, UNKNOWN);
    }

    /**
     * Parses Linux' {@code /proc/cpuinfo}. It has a block for each logical processor, whose fields depend on the
     * architecture: see proc(5). 64-bit ARM gives numbers instead of a model name.
     *
     * @param siblings for each logical processor, a text that all processors of the same core share
     */
    static Processors cpuinfo(String cpuinfo, List<String> siblings) {
        String model = field(cpuinfo, "model name");
        if (model.isEmpty()) {
            List<String> parts = new ArrayList<>();
            for (String name : List.of("cpu model", "cpu", "uarch", "CPU implementer", "CPU part")) {
                String value = field(cpuinfo, name);
                if (!value.isEmpty()) {
                    parts.add(name.startsWith("CPU ") ? name + " " + value : value);
                }
            }
            model = String.join(", ", parts);
        }
        long logical =
                cpuinfo.lines().filter(line -> name(line).equals("processor")).count();
        long physical = siblings.stream().distinct().count();
        return new Processors(
                known(model),
                logical == 0 ? String.valueOf(Runtime.getRuntime().availableProcessors()) : String.valueOf(logical),
                physical == 0 ? UNKNOWN : String.valueOf(physical));
    }

    private static String field(String cpuinfo, String name) {
        return cpuinfo.lines()
                .filter(line -> name(line).equals(name))
                .findFirst()
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .orElse("");
    }

    private static String name(String line) {
        return line.substring(0, Math.max(0, line.indexOf(':'))).strip();
    }

    private static String after(String output, String mark) {
        return output.lines()
                .filter(line -> line.contains(mark))
                .findFirst()
                .map(line ->
                        known(line.substring(line.indexOf(mark) + mark.length()).strip()))
                .orElse(UNKNOWN);
    }

    private static String known(String text) {
        return text.isEmpty() ? UNKNOWN : text;
    }
}
