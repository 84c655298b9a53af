package dev.pipemark.conformance;

import dev.pipemark.wire.Batch;
import dev.pipemark.wire.Handler;
import dev.pipemark.wire.Link;
import dev.pipemark.wire.StreamLink;
import dev.pipemark.worker.Protocol;
import dev.pipemark.worker.QuickStart;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.cfg.MapperBuilder;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.cbor.CBORMapper;

/** A worker that speaks the protocol of workers in other languages, in Java and with one fault at most. */
public final class Impostor {
    /** The faults of this worker, by name. */
    public enum Fault {
        NONE,
        NEVER_GREETS,
        WRONG_MAGIC,
        OLD_VERSION,
        OTHER_FORMAT,
        WRONG_PID,
        NAMELESS,
        CHANGES_VALUES,
        FORGETS_FRACTIONS,
        FORGETS_ARGUMENTS,
        OUT_OF_ORDER,
        NEEDS_WHOLE_READS,
        CUTS_LARGE,
        TRIMS_FRAMES,
        EMPTY_USAGE,
        DESCRIBES_WRONG,
        WRONG_TOTALS,
        COUNTS_REFUSED,
        TAKES_TRAILING,
        WRONG_STAGE,
        DIES_ON_GARBAGE,
        HANGS_ON_GARBAGE,
        ANSWERS_ANYTHING,
        OPENS_NOTHING,
        TAKES_ANY_FORMAT,
        PRINTS,
        STAYS,
        EXITS_WITH_3
    }

    private static final int CANNOT_SERVE = 71;
    private static final int WRONG = 0x12345678;
    private static final long LOOK_NANOS = 250_000_000;

    private Impostor() {}

    /** Writes a script that starts it. */
    public static Path launcher(Path folder, Fault fault) throws IOException {
        String name = fault.name().toLowerCase(Locale.ROOT).replace('_', '-');
        Path script = Files.createDirectories(folder).resolve(name);
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Files.writeString(
                script,
                "#!/bin/sh\nexec '" + java + "' -Xlog:disable '"
                        + String.join("' '", QuickStart.packed("-Xmx128m")) + "' -cp '" + QuickStart.path()
                        + "' " + Impostor.class.getName() + " " + fault + " \"$@\"\n");
        if (!script.toFile().setExecutable(true)) {
            throw new IOException(script + " cannot be made executable");
        }
        return script;
    }

    /** Runs with the fault, and then the arguments of any such worker. */
    public static void main(String[] arguments) throws Exception {
        Fault fault = Fault.valueOf(arguments[0]);
        if (fault == Fault.NEVER_GREETS) {
            waitForever();
        }
        ObjectMapper mapper = mapper(arguments[2], fault);
        InputStream in = new FileInputStream(FileDescriptor.in);
        FileOutputStream out = new FileOutputStream(FileDescriptor.out);
        try (Link link = new StreamLink(fault == Fault.NEEDS_WHOLE_READS ? new WholeReads(in) : in, out)) {
            greet(link, fault, arguments[2], arguments[3]);
            Handler.serve(link, new ImpostorSession(fault, mapper, out));
            if (fault == Fault.STAYS) {
                waitForever();
            }
        }
        System.exit(fault == Fault.EXITS_WITH_3 ? 3 : 0);
    }

    private static ObjectMapper mapper(String format, Fault fault) {
        MapperBuilder<?, ?> builder = switch (format) {
            case "json" -> JsonMapper.builder();
            case "cbor" -> CBORMapper.builder();
            default -> {
                if (fault == Fault.TAKES_ANY_FORMAT) {
                    yield JsonMapper.builder();
                }
                System.err.println("no library for " + format + ": install one");
                System.exit(CANNOT_SERVE);
                throw new AssertionError("ended");
            }
        };
        builder.configure(DeserializationFeature.FAIL_ON_TRAILING_TOKENS, fault != Fault.TAKES_TRAILING);
        return builder.build();
    }

    private static void greet(Link link, Fault fault, String format, String message) throws IOException {
        Batch batch = new Batch();
        DataOutputStream data = new DataOutputStream(batch.next());
        data.writeInt(fault == Fault.WRONG_MAGIC ? WRONG : Protocol.MAGIC);
        data.writeInt(fault == Fault.OLD_VERSION ? Protocol.VERSION - 1 : Protocol.VERSION);
        data.writeUTF(fault == Fault.OTHER_FORMAT ? "yaml" : format);
        data.writeUTF(message);
        data.writeLong(ProcessHandle.current().pid() + (fault == Fault.WRONG_PID ? 1 : 0));
        data.writeUTF(fault == Fault.NAMELESS ? "" : "Java in disguise");
        data.writeUTF("jackson");
        batch.seal(Protocol.HELLO, 0);
        link.send(batch);
    }

    /** Does nothing until the parent has ended. */
    static void waitForever() {
        ProcessHandle parent = ProcessHandle.current().parent().orElseThrow();
        while (parent.isAlive()) {
            LockSupport.parkNanos(LOOK_NANOS);
        }
        Runtime.getRuntime().halt(0);
    }

    /** Ends the process if a read returns less than a message. */
    private static final class WholeReads extends FilterInputStream {
        private static final int HEADER = 16;

        WholeReads(InputStream in) {
            super(in);
        }

        @Override
        public int read(byte[] into, int from, int count) throws IOException {
            int read = super.read(into, from, count);
            if (read > 0 && read < HEADER) {
                Runtime.getRuntime().halt(5);
            }
            return read;
        }
    }
}
