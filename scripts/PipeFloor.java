import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The echo of pipe-floor.c as a Java program of its own. It uses two JVMs and the file streams of the JDK, and no code of the
 * suite. If this program is slower than C, the JVM causes the difference. If the suite is slower than this program, the suite
 * causes the difference.
 *
 * <p>When it is compiled, {@code java -cp DIR PipeFloor BYTES SECONDS [CORE CORE]} prints the mean time of one round trip in ns.
 * The header and the ring of messages are the same as in the C program. Both processes warm up first. Then, as in the suite,
 * the parent is bound to the first core and the child to the second.
 */
public final class PipeFloor {
    private static final int HEADER = 16;

    /** The number of bytes that a pipe holds. */
    private static final int CHUNK = 64 * 1024;

    private static final double WARM_SECONDS = 1.5;

    private PipeFloor() {}

    public static void main(String[] arguments) throws Exception {
        int bytes = Integer.parseInt(arguments[0]) + HEADER;
        if (arguments.length == 1) {
            serve(bytes);
            return;
        }
        List<String> command = new ArrayList<>();
        command.add(System.getProperty("java.home") + "/bin/java");
        command.addAll(java.lang.management.ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "PipeFloor", arguments[0]));
        Process child = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        // The streams of Process copy twice.
        try (InputStream in = new FileInputStream("/proc/" + child.pid() + "/fd/1");
                OutputStream out = new FileOutputStream("/proc/" + child.pid() + "/fd/0")) {
            Echo echo = new Echo(in, out, bytes);
            echo.run(WARM_SECONDS);
            if (arguments.length == 4) {
                pin(ProcessHandle.current(), arguments[2]);
                pin(child.toHandle(), arguments[3]);
            }
            double seconds = Double.parseDouble(arguments[1]);
            echo.run(seconds / 4);
            System.out.printf("%.1f%n", echo.run(seconds));
        } finally {
            child.destroy();
        }
    }

    private static void serve(int bytes) throws IOException {
        try (InputStream in = new FileInputStream(FileDescriptor.in);
                OutputStream out = new FileOutputStream(FileDescriptor.out)) {
            byte[] message = new byte[bytes];
            while (read(in, message)) {
                write(out, message);
            }
        }
    }

    private record Echo(InputStream in, OutputStream out, byte[][] ring, byte[] reply) {
        Echo(InputStream in, OutputStream out, int bytes) {
            this(in, out, new byte[ringLength(bytes)][bytes], new byte[bytes]);
            for (byte[] message : ring) {
                Arrays.fill(message, (byte) 1);
            }
        }

        private static int ringLength(int bytes) {
            int length = 1024;
            while (length > 4 && (long) length * bytes > 4 * 1024 * 1024) {
                length /= 2;
            }
            return length;
        }

        /** Returns the mean time of one round trip, ns. */
        double run(double seconds) throws IOException {
            long begun = System.nanoTime();
            long done = 0;
            long now;
            do {
                for (int i = 0; i < 8; i++) {
                    write(out, ring[(int) done++ & ring.length - 1]);
                    if (!read(in, reply)) {
                        throw new EOFException("the child has ended");
                    }
                }
                now = System.nanoTime();
            } while (now - begun < seconds * 1e9);
            return (double) (now - begun) / done;
        }
    }

    private static void write(OutputStream out, byte[] message) throws IOException {
        for (int at = 0; at < message.length; at += CHUNK) {
            out.write(message, at, Math.min(CHUNK, message.length - at));
        }
    }

    /** Returns false at the end of the stream. */
    private static boolean read(InputStream in, byte[] message) throws IOException {
        for (int at = 0; at < message.length; ) {
            int count = in.read(message, at, Math.min(CHUNK, message.length - at));
            if (count < 0) {
                return false;
            }
            at += count;
        }
        return true;
    }

    private static void pin(ProcessHandle process, String core) throws Exception {
        Process taskset = new ProcessBuilder("taskset", "-a", "-p", "-c", core, Long.toString(process.pid()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (taskset.waitFor() != 0) {
            throw new IOException("taskset cannot put process " + process.pid() + " on core " + core);
        }
    }
}
