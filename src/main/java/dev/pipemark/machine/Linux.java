package dev.pipemark.machine;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What Linux tells in {@code /proc} and {@code /sys}; see proc(5) and the kernel's admin guide on cgroups. Elsewhere the
 * files are missing and everything is unknown.
 *
 * @param root the directory that holds {@code proc}, {@code sys} and {@code etc}
 */
record Linux(Path root) {
    /** Stands for a fact that cannot be found out here. */
    static final String UNKNOWN = "unknown";

    static Linux here() {
        return new Linux(Path.of("/"));
    }

    /** CPUs' worth of time the control group may use, {@code none} without a limit. */
    String quota() {
        String[] max = read("sys/fs/cgroup/cpu.max").split("\\s+");
        if (max.length == 2) {
            return max[0].equals("max") ? "none" : cpus(max[0], max[1]);
        }
        for (String folder : List.of("sys/fs/cgroup/cpu/", "sys/fs/cgroup/cpu,cpuacct/")) {
            String quota = read(folder + "cpu.cfs_quota_us");
            if (!quota.isEmpty()) {
                return quota.startsWith("-") ? "none" : cpus(quota, read(folder + "cpu.cfs_period_us"));
            }
        }
        // The root group has no such file: there is nothing above it that limits.
        return exists("sys/fs/cgroup/cgroup.controllers") ? "none" : UNKNOWN;
    }

    /** A block of lines for each processor; see proc(5). */
    String cpuinfo() {
        return read("proc/cpuinfo");
    }

    /** For each processor which share its core, as the kernel writes it; empty where that is not told. */
    List<String> siblings() {
        try (DirectoryStream<Path> processors =
                Files.newDirectoryStream(root.resolve("sys/devices/system/cpu"), "cpu[0-9]*")) {
            List<String> siblings = new ArrayList<>();
            for (Path processor : processors) {
                String shared =
                        read("sys/devices/system/cpu/" + processor.getFileName() + "/topology/thread_siblings_list");
                // One that is switched off has no topology.
                if (!shared.isEmpty()) {
                    siblings.add(shared);
                }
            }
            return siblings;
        } catch (IOException | DirectoryIteratorException e) {
            return List.of();
        }
    }

    /** A line of {@code /proc/meminfo}, MiB; -1 where it is not told. */
    long memory(String name) {
        return mebibytes("proc/meminfo", name);
    }

    /**
     * What the control group allows beyond what its processes hold, MiB; what it would give up of its caches counts as free.
     * {@link Long#MAX_VALUE} where there is no limit, or it is not told.
     */
    long memoryLeft() {
        for (String[] names :
                List.of(new String[] {"sys/fs/cgroup/", "memory.max", "memory.current", "inactive_file"}, new String[] {
                    "sys/fs/cgroup/memory/", "memory.limit_in_bytes", "memory.usage_in_bytes", "total_inactive_file"
                })) {
            String limit = read(names[0] + names[1]);
            String used = read(names[0] + names[2]);
            // The old kind says a number beyond all memory where there is no limit, the new one says "max".
            if (limit.matches("\\d{1,18}") && used.matches("\\d{1,18}")) {
                long caches = read(names[0] + "memory.stat")
                        .lines()
                        .filter(line -> line.matches(names[3] + " \\d{1,18}"))
                        .mapToLong(line -> Long.parseLong(line.substring(names[3].length() + 1)))
                        .sum();
                return Math.max(0, Long.parseLong(limit) - Long.parseLong(used) + caches) >> 20;
            }
        }
        return Long.MAX_VALUE;
    }

    /** The largest resident set that a process has had, MiB; -1 where it is not told, or the process has ended. */
    long residentPeak(long pid) {
        return mebibytes("proc/" + pid + "/status", "VmHWM");
    }

    private long mebibytes(String file, String name) {
        for (String line : read(file).split("\n")) {
            if (line.startsWith(name + ":")) {
                return Long.parseLong(line.replaceAll("\\D", "")) >> 10;
            }
        }
        return -1;
    }

    /** Whether a hypervisor or a container is seen, and which. */
    String virtualisation() {
        String processors = read("proc/cpuinfo");
        if (processors.isEmpty()) {
            return UNKNOWN;
        }
        List<String> seen = new ArrayList<>();
        String product = (read("sys/class/dmi/id/sys_vendor") + " " + read("sys/class/dmi/id/product_name")).strip();
        if (processors.contains(" hypervisor") || exists("sys/hypervisor/type")) {
            String kind = product.isEmpty() ? read("sys/hypervisor/type") : product;
            seen.add("virtual machine" + (kind.isEmpty() ? "" : " (" + kind + ")"));
        }
        if (exists(".dockerenv")) {
            seen.add("container (docker)");
        } else if (exists("run/.containerenv")) {
            seen.add("container (podman)");
        } else if (read("proc/1/cgroup").contains("kubepods")) {
            seen.add("container (kubernetes)");
        } else if (read("proc/1/cgroup").contains("/lxc")) {
            seen.add("container (lxc)");
        }
        return seen.isEmpty() ? "none seen" : String.join(", ", seen);
    }

    /** The distribution's own name, or the other name where it has none. */
    String distribution(String otherwise) {
        for (String line : read("etc/os-release").split("\n")) {
            if (line.startsWith("PRETTY_NAME=")) {
                return line.substring("PRETTY_NAME=".length()).replace("\"", "").strip();
            }
        }
        return otherwise;
    }

    /** The frequency governor of the first CPU; a virtual machine seldom has one. */
    String governor() {
        return known(read("sys/devices/system/cpu/cpu0/cpufreq/scaling_governor"));
    }

    /** Where {@code nanoTime} comes from: {@code tsc} is read in the process, most others cost a system call. */
    String clockSource() {
        return known(read("sys/devices/system/clocksource/clocksource0/current_clocksource"));
    }

    /** Shares of all CPU time since boot, in per cent; and, to tell those of a span, its ticks. */
    Map<String, String> ticks() {
        Map<String, String> shares = new LinkedHashMap<>();
        String[] fields = read("proc/stat").split("\n", 2)[0].split("\\s+");
        // cpu user nice system idle iowait irq softirq steal; what guests used is within user and nice already.
        double[] ticks = new double[8];
        double all = 0;
        for (int i = 0; i < ticks.length && i + 1 < fields.length; i++) {
            ticks[i] = Double.parseDouble(fields[i + 1]);
            all += ticks[i];
        }
        shares.put("steal", all == 0 ? UNKNOWN : String.format(Locale.ROOT, "%.2f %%", 100 * ticks[7] / all));
        shares.put("idle", all == 0 ? UNKNOWN : String.format(Locale.ROOT, "%.2f %%", 100 * ticks[3] / all));
        shares.put("ticks.steal", Long.toString((long) ticks[7]));
        shares.put("ticks.all", Long.toString((long) all));
        return shares;
    }

    private static String cpus(String quota, String period) {
        try {
            return String.format(Locale.ROOT, "%.2f CPUs", Double.parseDouble(quota) / Double.parseDouble(period));
        } catch (NumberFormatException e) {
            return UNKNOWN;
        }
    }

    private static String known(String text) {
        return text.isEmpty() ? UNKNOWN : text;
    }

    private boolean exists(String file) {
        return Files.exists(root.resolve(file));
    }

    /** The file's text without surrounding white space; empty when it cannot be read. */
    private String read(String file) {
        try {
            return Files.readString(root.resolve(file)).strip();
        } catch (IOException | SecurityException e) {
            return "";
        }
    }
}
