package dev.pipemark.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Catches a missing fact, and a failure on a system without the files. */
class EnvironmentTest {
    @Test
    void everyFactIsPresent() {
        Map<String, String> facts = Environment.capture();
        assertThat(facts)
                .containsKeys("cpu.model", "cpu.cores.logical", "cpu.cores.physical", "cgroup.quota", "memory.total")
                .containsKeys("kernel", "os", "virtualisation", "cpu.governor", "clock.source", "pipe.capacity")
                .containsKeys("jdk.version", "jdk.vendor", "jdk.vm", "jdk.flags", "suite.version", "suite.commit");
        // Linux gives all three facts on each machine, so an unknown one means that a file was misread.
        if (Files.exists(Path.of("/proc/cpuinfo"))) {
            assertThat(facts.get("cpu.model")).isNotEqualTo("unknown");
            assertThat(facts.get("cpu.cores.physical")).matches("[1-9]\\d*");
            assertThat(facts.get("cpu.cores.logical")).matches("[1-9]\\d*");
        }
        assertThat(facts.get("jdk.version")).isEqualTo(Runtime.version().toString());
        assertThat(facts.get("suite.version")).matches("\\d+\\.\\d+.*");
        assertThat(facts.get("suite.commit")).doesNotContain("$");
        assertThat(facts.get("memory.total")).endsWith(" MiB");
        assertThat(facts.values()).doesNotContainNull();
    }

    @Test
    void loadIsPresent() {
        assertThat(Environment.load()).containsOnlyKeys("load1", "steal", "idle", "ticks.steal", "ticks.all");
    }

    @Test
    void missingFilesGiveUnknownFacts(@TempDir Path root) {
        Linux bare = new Linux(root);
        assertThat(bare.quota()).isEqualTo("unknown");
        assertThat(bare.virtualisation()).isEqualTo("unknown");
        assertThat(bare.governor()).isEqualTo("unknown");
        assertThat(bare.distribution("Mac OS X")).isEqualTo("Mac OS X");
        assertThat(bare.ticks()).containsEntry("steal", "unknown");
        assertThat(Processors.of(bare).model()).isEqualTo("unknown");
        assertThat(Processors.of(bare).physical()).isEqualTo("unknown");
        assertThat(bare.memory("MemTotal")).isEqualTo(-1);
        assertThat(bare.residentPeak(1)).isEqualTo(-1);
    }

    @Test
    void limitsOfBothControlGroupVersionsAreRead(@TempDir Path root) throws Exception {
        write(root, "sys/fs/cgroup/cpu/cpu.cfs_quota_us", "150000\n");
        write(root, "sys/fs/cgroup/cpu/cpu.cfs_period_us", "100000\n");
        assertThat(new Linux(root).quota()).isEqualTo("1.50 CPUs");
        write(root, "sys/fs/cgroup/cpu/cpu.cfs_quota_us", "-1\n");
        assertThat(new Linux(root).quota()).isEqualTo("none");
        write(root, "sys/fs/cgroup/cpu.max", "50000 100000\n");
        assertThat(new Linux(root).quota()).isEqualTo("0.50 CPUs");
        write(root, "sys/fs/cgroup/cpu.max", "max 100000\n");
        assertThat(new Linux(root).quota()).isEqualTo("none");
    }

    @Test
    void virtualisationIsRead(@TempDir Path root) throws Exception {
        write(root, "proc/cpuinfo", "flags\t\t: fpu hypervisor lahf_lm\n");
        write(root, "sys/class/dmi/id/sys_vendor", "QEMU\n");
        write(root, ".dockerenv", "");
        assertThat(new Linux(root).virtualisation()).isEqualTo("virtual machine (QEMU), container (docker)");
        write(root, "proc/stat", "cpu  60 0 20 100 0 0 0 20 5 0\ncpu0 1 1 1 1 1 1 1 1\n");
        assertThat(new Linux(root).ticks()).containsEntry("steal", "10.00 %").containsEntry("idle", "50.00 %");
    }

    /** Catches a container whose limit is not seen, and caches that are taken for memory in use. */
    @Test
    void bothControlGroupVersionsLimitTheMemoryLeft(@TempDir Path root) throws Exception {
        assertThat(new Linux(root).memoryLeft()).isEqualTo(Long.MAX_VALUE);
        write(root, "sys/fs/cgroup/memory/memory.limit_in_bytes", (2048L << 20) + "\n");
        write(root, "sys/fs/cgroup/memory/memory.usage_in_bytes", (1000L << 20) + "\n");
        write(root, "sys/fs/cgroup/memory/memory.stat", "cache 7\ntotal_inactive_file " + (100L << 20) + "\n");
        assertThat(new Linux(root).memoryLeft()).isEqualTo(1148);
        write(root, "sys/fs/cgroup/memory.max", (512L << 20) + "\n");
        write(root, "sys/fs/cgroup/memory.current", (500L << 20) + "\n");
        write(root, "sys/fs/cgroup/memory.stat", "file 1\ninactive_file " + (88L << 20) + "\n");
        assertThat(new Linux(root).memoryLeft()).isEqualTo(100);
    }

    @Test
    void memoryIsUnlimitedIfTheGroupHasNoLimit(@TempDir Path root) throws Exception {
        write(root, "sys/fs/cgroup/memory.max", "max\n");
        write(root, "sys/fs/cgroup/memory.current", "5\n");
        assertThat(new Linux(root).memoryLeft()).isEqualTo(Long.MAX_VALUE);
    }

    /** Catches the present size in place of the largest, and kibibytes in place of mebibytes. */
    @Test
    void residentPeakIsRead(@TempDir Path root) throws Exception {
        write(root, "proc/42/status", "Name:\tjava\nVmPeak:\t 4000000 kB\nVmHWM:\t  153600 kB\nVmRSS:\t  102400 kB\n");
        assertThat(new Linux(root).residentPeak(42)).isEqualTo(150);
    }

    /** Catches a thread whose name hides its state, a thread at work behind one that waits, and a process that has ended. */
    @Test
    void aProcessWorksIfOneOfItsThreadsDoes(@TempDir Path root) throws Exception {
        assertThat(new Linux(root).works(42)).isFalse();
        write(root, "proc/42/task/42/stat", "42 (java) S 1 42 42 0\n");
        write(root, "proc/42/task/43/stat", "43 (a) R b) S 1 42 42 0\n");
        assertThat(new Linux(root).works(42)).isFalse();
        write(root, "proc/42/task/44/stat", "44 (C2 (1)) R 1 42 42 0\n");
        assertThat(new Linux(root).works(42)).isTrue();
        assertThat(new Linux(root).works(43)).isFalse();
    }

    private static void write(Path root, String file, String text) throws Exception {
        Path path = root.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
