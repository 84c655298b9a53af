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
 * Facts from Linux' {@code /proc} and {@code /sys}. See proc(5) and the kernel's admin guide on cgroups. On other
 * systems the files are missing and all facts are unknown.
 *
 * @param root the directory that holds {@code proc}, {@code sys} and {@code etc}
 */
record Linux(Path root) {
    /** The value of a fact that is not available. */
    static final String UNKNOWN = "unknown";

    static Linux here() {
        return new Linux(Path.of("/"));
    }

    /** Returns the number of CPUs whose time the control group may use, or {@code none} without a limit. */
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
        // The root group has no such file, because it has no limit.
        return exists("sys/fs/cgroup/cgroup.controllers") ? "none" : UNKNOWN;
    }

    /** Returns a block of lines for each processor. See proc(5). */
    String cpuinfo() {
        return read("proc/cpuinfo");
    }

    /**
     * Returns for each processor the processors of the same core, as the kernel writes them. Empty if not available.
     */
    List<String> siblings() {
        try (DirectoryStream<Path> processors =
                Files.newDirectoryStream(root.resolve("sys/devices/system/cpu"), "cpu[0-9]*")) {
            List<String> siblings = new ArrayList<>();
            for (Path processor : processors) {
                String shared =
                        read("sys/devices/system/cpu/" + processor.getFileName() + "/topology/thread_siblings_list");
                // A processor that is switched off has no topology.
                if (!shared.isEmpty()) {
                    siblings.add(shared);
                }
            }
            return siblings;
        } catch (IOException | DirectoryIteratorException e) {
            return List.of();
        }
    }

    /** Returns a value of {@code /proc/meminfo} in MiB, or -1 if not available. */
    long memory(String name) {
        return mebibytes("proc/meminfo", name);
    }

    /**
     * Returns the memory that the control group allows beyond that of its processes, in MiB. Caches that it can drop
     * count as free. {@link Long#MAX_VALUE} if there is no limit, or if it is not available.
     */
    long memoryLeft() {
        for (String[] names :
                List.of(new String[] {"sys/fs/cgroup/", "memory.max", "memory.current", "inactive_file"}, new String[] {
                    "sys/fs/cgroup/memory/", "memory.limit_in_bytes", "memory.usage_in_bytes", "total_inactive_file"
                })) {
            String limit = read(names[0] + names[1]);
            String used = read(names[0] + names[2]);
            // Without a limit, version 1 has a number beyond all memory, and version 2 has "max".
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

    /** Returns the largest resident set that a process has had, in MiB, or -1 if not available or if it has ended. */
    long residentPeak(long pid) {
        return mebibytes("proc/" + pid + "/status", "VmHWM");
    }

    /** Returns whether a thread of a process runs or is ready to run. Returns {@code false} if that is not available. */
    boolean works(long pid) {
        String tasks = "proc/" + pid + "/task";
        try (DirectoryStream<Path> threads = Files.newDirectoryStream(root.resolve(tasks))) {
            for (Path thread : threads) {
                String stat = read(tasks + "/" + thread.getFileName() + "/stat");
                // The state follows the name of the thread. The name is in parentheses, and may contain some. See
                // proc(5).
                if (stat.startsWith("R", stat.lastIndexOf(')') + 2)) {
                    return true;
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            // The process has ended, or this is not Linux.
        }
        return false;
    }

    private long mebibytes(String file, String name) {
        for (String line : read(file).split("\n")) {
            if (line.startsWith(name + ":")) {
                return Long.parseLong(line.replaceAll("\\D", "")) >> 10;
            }
        }
        return -1;
    }

    /** Names the hypervisor and the container if there are any. */
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

    /** Returns the distribution's name, or the other name if it has none. */
    String distribution(String otherwise) {
        for (String line : read("etc/os-release").split("\n")) {
            if (line.startsWith("PRETTY_NAME=")) {
                return line.substring("PRETTY_NAME=".length()).replace("\"", "").strip();
            }
        }
        return otherwise;
    }

    /** Returns the frequency governor of the first CPU. A virtual machine seldom has one. */
    String governor() {
        return known(read("sys/devices/system/cpu/cpu0/cpufreq/scaling_governor"));
    }

    /**
     * Returns the clock source of {@code nanoTime}. {@code tsc} is read in the process. Most others cost a system call.
     */
    String clockSource() {
        return known(read("sys/devices/system/clocksource/clocksource0/current_clocksource"));
    }

    /**
     * Returns shares of all CPU time since boot in per cent, and the ticks from which shares of a time span can be
     * computed.
     */
    Map<String, String> ticks() {
        Map<String, String> shares = new LinkedHashMap<>();
        String[] fields = read("proc/stat").split("\n", 2)[0].split("\\s+");
        // cpu user nice system idle iowait irq softirq steal. The time of guests is included in user and nice.
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

    /** Returns the file's text without surrounding white space, or empty if it cannot be read. */
    private String read(String file) {
        try {
            return Files.readString(root.resolve(file)).strip();
        } catch (IOException | SecurityException e) {
            return "";
        }
    }
}
