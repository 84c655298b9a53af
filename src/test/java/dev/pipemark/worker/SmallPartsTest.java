package dev.pipemark.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pipemark.api.Frame;
import dev.pipemark.machine.Placement;
import java.io.DataOutputStream;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Catches a greeting that is not checked, flags that a worker must not inherit, and core lists that are parsed wrong.
 */
final class SmallPartsTest {
    @Test
    void greetingOfOtherProtocolVersionIsRefused() throws Exception {
        Frame frame = new Frame();
        DataOutputStream data = new DataOutputStream(frame);
        data.writeInt(Protocol.MAGIC);
        data.writeInt(Protocol.VERSION + 1);
        assertThatThrownBy(() -> Hello.read(frame)).hasMessageContaining("both must speak the same one");
    }

    @Test
    void textInsteadOfGreetingIsRefused() throws Exception {
        Frame frame = new Frame();
        frame.write("Picked up JAVA_TOOL_OPTIONS".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        assertThatThrownBy(() -> Hello.read(frame)).hasMessageContaining("standard output");
    }

    @Test
    void greetingRoundTrips() throws Exception {
        Hello hello = new Hello("kryo", "long", 42, "17", "5.6.2");
        Frame frame = new Frame();
        hello.write(frame);
        assertThat(Hello.read(frame)).isEqualTo(hello);
    }

    @Test
    void workerInheritsHeapAndModuleFlagsOnly() {
        List<String> flags = List.of(
                "-Xmx1g",
                "-XX:+UseG1GC",
                "-Dkryo.unsafe=false",
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "-agentlib:jdwp=transport=dt_socket,server=y",
                "-javaagent:agent.jar",
                "-Xlog:gc:file=gc.log",
                "-XX:StartFlightRecording=filename=a.jfr",
                "-XX:HeapDumpPath=/tmp",
                "-XX:CompileCommandFile=hints",
                "-Dpipemark.note=note.json",
                "-Dcom.sun.management.jmxremote.port=9");
        assertThat(WorkerSettings.inherited(flags))
                .containsExactly(
                        "-Xmx1g", "-XX:+UseG1GC", "-Dkryo.unsafe=false", "--add-opens=java.base/java.util=ALL-UNNAMED");
    }

    @Test
    void kernelCoreListsAreParsed() {
        assertThat(Placement.parse("0-2,5,7-8")).containsExactly(0, 1, 2, 5, 7, 8);
    }

    @Test
    void signalAndExitCodeAreDistinguished() {
        assertThat(Death.describe(137)).startsWith("the worker died by SIGKILL (exit code 137): killed from outside");
        assertThat(Death.describe(159)).startsWith("the worker died by signal 31 (exit code 159): ");
        assertThat(Death.describe(7))
                .isEqualTo("the worker ended with exit code 7: something in it called System.exit(7)");
        // Out of memory is one cause, and not the most likely.
        assertThat(Death.describe(3))
                .startsWith("the worker ended with exit code 3: something in it called System.exit(3)");
    }

    @Test
    void ringIsShorterForLargeValues() {
        assertThat(Ring.length(new Maker<>(new Villains.Greeting(), "villains")))
                .isEqualTo(1024);
    }
}
