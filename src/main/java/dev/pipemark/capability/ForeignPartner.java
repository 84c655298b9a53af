package dev.pipemark.capability;

import dev.pipemark.api.WireFormat;
import dev.pipemark.worker.Examiner;
import dev.pipemark.worker.Worker;
import dev.pipemark.worker.WorkerSettings;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A worker in another language. It knows no payload: it sends a value back, and the first worker compares. Each payload gets
 * a process of its own, since the format may have a message for each.
 */
final class ForeignPartner implements Partner {
    private final List<String> command;
    private final Function<String, WireFormat> formats;
    private final WorkerSettings settings;
    private @Nullable Worker worker;
    private long bytes;

    /**
     * Creates a partner.
     *
     * @param formats the format of a payload's messages
     * @param settings the folder of its log, and its deadline
     */
    ForeignPartner(String executable, Function<String, WireFormat> formats, WorkerSettings settings) {
        command = List.of(executable);
        this.formats = formats;
        this.settings = settings;
    }

    @Override
    public void expect(long expected) {
        bytes = expected;
    }

    @Override
    public void open(String payload) throws IOException {
        close();
        Worker started = Worker.foreign(command, formats.apply(payload), settings.logs(), settings.deadline());
        worker = started;
        started.expect(bytes);
        started.hello();
    }

    @Override
    public Examiner.Checked check(long seed, byte[] encoded) throws IOException {
        if (worker == null) {
            throw new IllegalStateException("no payload is open");
        }
        return new Examiner.Checked(new Examiner(worker).echo(encoded), "");
    }

    @Override
    public void close() {
        if (worker != null) {
            worker.close();
            worker = null;
        }
    }
}
