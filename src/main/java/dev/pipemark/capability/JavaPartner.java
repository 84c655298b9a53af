package dev.pipemark.capability;

import dev.pipemark.worker.Examiner;
import dev.pipemark.worker.Worker;
import dev.pipemark.worker.WorkerSettings;
import java.io.IOException;

/** A worker of the suite. It compares the value with its own of the same seed, uses it, and encodes the result. */
final class JavaPartner implements Partner {
    private final Worker worker;
    private final Examiner examiner;

    private JavaPartner(Worker worker) {
        this.worker = worker;
        examiner = new Examiner(worker);
    }

    static Partner start(WorkerSettings settings, String codec) throws IOException {
        return new JavaPartner(Worker.start(settings, codec, null));
    }

    @Override
    public void expect(long bytes) {
        worker.expect(bytes);
    }

    @Override
    public void open(String payload) throws IOException {
        worker.hello();
        examiner.open(payload);
    }

    @Override
    public Examiner.Checked check(long seed, byte[] encoded) throws IOException {
        return examiner.check(seed, encoded);
    }

    @Override
    public void close() {
        worker.close();
    }
}
