package dev.pipemark.pool;

import dev.pipemark.api.Coder;
import dev.pipemark.api.Frame;
import dev.pipemark.api.Shape;
import dev.pipemark.api.UnsupportedShapeException;
import dev.pipemark.catalog.Catalog;
import dev.pipemark.worker.Refusal;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import org.jspecify.annotations.Nullable;

/**
 * Sends a task's exception back: its description as text, and the exception itself if it can be encoded. It is encoded
 * by Java's own serialization whatever the pool's codec, because exceptions are serializable.
 */
final class Thrown {
    private static final String BY = "java";

    private final @Nullable Coder<Throwable> coder;
    private final String noCoder;

    /** Creates a writer or a reader. Both sides open the same coder. */
    Thrown(Catalog catalog) {
        Coder<Throwable> opened = null;
        String why = "";
        try {
            opened = catalog.codec(BY).open(Shape.of(Throwable.class));
        } catch (UnsupportedShapeException | RuntimeException e) {
            why = "there is no codec for it: " + e.getMessage();
        }
        coder = opened;
        noCoder = why;
    }

    /** Writes the description and the exception. */
    void write(Throwable thrown, Frame out) throws IOException {
        String whyNot = noCoder;
        byte[] itself = {};
        if (coder != null) {
            Frame scratch = new Frame();
            try {
                // An exception that cannot be printed would also break the printing of its wrapper.
                thrown.printStackTrace(new PrintWriter(Writer.nullWriter()));
                coder.encode(thrown, scratch);
                itself = scratch.toByteArray();
            } catch (Exception | Error e) {
                whyNot = Refusal.of(Refusal.Stage.ENCODE_REPLY, e).error();
            }
        }
        DataOutputStream data = new DataOutputStream(out);
        data.writeInt(itself.length);
        data.write(itself);
        Refusal.of(Refusal.Stage.USE, thrown).write(out);
        Refusal.writeText(data, whyNot);
    }

    /** Reads both in the process that submitted the task. */
    TaskException read(Frame in, long pid) throws IOException {
        DataInputStream data = new DataInputStream(in.input());
        byte[] itself = data.readNBytes(data.readInt());
        Refusal refusal = Refusal.read(data);
        String whyNot = Refusal.readText(data);
        Throwable thrown = null;
        if (coder != null && itself.length > 0) {
            byte[] message = new byte[Frame.HEADER + itself.length];
            System.arraycopy(itself, 0, message, Frame.HEADER, itself.length);
            Frame view = new Frame();
            view.view(message, Frame.HEADER, itself.length);
            try {
                thrown = coder.decode(view);
            } catch (Exception | Error e) {
                whyNot = "in this process: "
                        + Refusal.of(Refusal.Stage.DECODE_REPLY, e).error();
            }
        }
        return new TaskException(refusal, thrown, whyNot, pid);
    }
}
