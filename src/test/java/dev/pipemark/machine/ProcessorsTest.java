package dev.pipemark.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Catches misread output of another operating system, and cores that are counted twice. */
class ProcessorsTest {
    @Test
    void hardwareThreadsOfOneCoreCountOnce(@TempDir Path root) throws Exception {
        write(root.resolve("proc/cpuinfo"), """
                processor\t: 0
                model\t\t: 158
                model name\t: Intel(R) Core(TM) i7-8700 CPU @ 3.20GHz
                processor\t: 1
                model name\t: Intel(R) Core(TM) i7-8700 CPU @ 3.20GHz
                processor\t: 2
                """);
        write(root.resolve("sys/devices/system/cpu/cpu0/topology/thread_siblings_list"), "0-1\n");
        write(root.resolve("sys/devices/system/cpu/cpu1/topology/thread_siblings_list"), "0-1\n");
        write(root.resolve("sys/devices/system/cpu/cpu2/topology/thread_siblings_list"), "2\n");
        Files.createDirectories(root.resolve("sys/devices/system/cpu/cpu3"));
        assertThat(Processors.of(new Linux(root)))
                .isEqualTo(new Processors("Intel(R) Core(TM) i7-8700 CPU @ 3.20GHz", "3", "2"));
    }

    @Test
    void armModelIsGivenByNumbers() {
        String cpuinfo = "processor\t: 0\nBogoMIPS\t: 243.75\nCPU implementer\t: 0x41\nCPU part\t: 0xd0c\n";
        assertThat(Processors.cpuinfo(cpuinfo, List.of("0")))
                .isEqualTo(new Processors("CPU implementer 0x41, CPU part 0xd0c", "1", "1"));
    }

    @Test
    void macOsGivesModelAndBothCounts() {
        assertThat(Processors.sysctl("machdep.cpu.brand_string: Apple M1 Pro\nhw.logicalcpu: 10\nhw.physicalcpu: 10\n"))
                .isEqualTo(new Processors("Apple M1 Pro", "10", "10"));
        assertThat(Processors.sysctl("")).isEqualTo(new Processors("unknown", "unknown", "unknown"));
    }

    @Test
    void windowsGivesModel() {
        String output = """

                HKEY_LOCAL_MACHINE\\HARDWARE\\DESCRIPTION\\System\\CentralProcessor\\0
                    ProcessorNameString    REG_SZ    AMD Ryzen 7 5800X 8-Core Processor

                """.replace("\n", "\r\n");
        assertThat(Processors.registry(output).model()).isEqualTo("AMD Ryzen 7 5800X 8-Core Processor");
        assertThat(Processors.registry("").model()).isEqualTo("unknown");
    }

    @Test
    void missingOrFailingCommandGivesNoOutput() {
        assertThat(Command.output("pipemark-no-such-command")).isEmpty();
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        assertThat(Command.output(java, "-no-such-option")).isEmpty();
        assertThat(Command.output(java, "--version")).contains(System.getProperty("java.version"));
    }

    private static void write(Path file, String text) throws Exception {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
