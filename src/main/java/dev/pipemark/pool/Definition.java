package dev.pipemark.pool;

import dev.pipemark.api.Codec;
import dev.pipemark.api.Coder;
import dev.pipemark.api.Frame;
import dev.pipemark.api.Shape;
import dev.pipemark.api.UnsupportedShapeException;
import dev.pipemark.worker.Refusal;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The facts about a job that a worker must know before its first task.
 *
 * @param code the function that its tasks run
 * @param arguments the shapes of the arguments, in order
 * @param result the shape of the result
 */
record Definition(Code code, List<Shape<?>> arguments, Shape<?> result) {
    Definition {
        arguments = List.copyOf(arguments);
    }

    /** How the worker obtains the function. */
    sealed interface Code {
        /** The worker looks the function up by name. */
        record Lookup(Named named) implements Code {}

        /** The function was encoded once, as a value of this shape. */
        record Shipped(Shape<?> shape, byte[] encoded) implements Code {}

        /** Each task's argument is a function, and the worker runs it. */
        record Given() implements Code {}
    }

    /** Encodes a function as {@link Code.Shipped}. */
    static Code ship(Codec codec, Object function, Class<?> type, Class<?>... of)
            throws UnsupportedShapeException, TravelException {
        Shape<Object> shape = functions(type, of);
        Coder<Object> coder = codec.open(shape);
        Frame frame = new Frame();
        try {
            coder.encode(function, frame);
        } catch (Exception | StackOverflowError e) {
            throw TravelException.here("the function", "encode", e);
        }
        return new Code.Shipped(shape, frame.toByteArray());
    }

    /**
     * Returns the shape of a function.
     *
     * @param type the declared type of the function
     * @param of the class that contains the function, and the classes of the values it captures
     */
    @SuppressWarnings("unchecked") // functions of all types are handled as objects
    static <T> Shape<T> functions(Class<?> type, Class<?>... of) {
        return (Shape<T>) Shape.of(type, of);
    }

    /**
     * Encodes this definition for a worker.
     *
     * @throws TravelException if a type cannot be named in the worker, or if the function is too large
     */
    byte[] encoded() throws TravelException {
        Frame frame = new Frame();
        try {
            write(frame);
        } catch (IOException | RuntimeException e) {
            throw TravelException.here("the job", "encode", e);
        }
        return frame.toByteArray();
    }

    private void write(Frame out) throws IOException {
        DataOutputStream data = new DataOutputStream(out);
        data.writeInt(arguments.size());
        for (Shape<?> argument : arguments) {
            Shapes.write(argument, data);
        }
        Shapes.write(result, data);
        if (code instanceof Code.Lookup lookup) {
            data.writeByte('L');
            Refusal.writeText(data, lookup.named().className());
            Refusal.writeText(data, lookup.named().method());
            data.writeInt(lookup.named().settings().size());
            for (String setting : lookup.named().settings()) {
                Refusal.writeText(data, setting);
            }
        } else if (code instanceof Code.Shipped shipped) {
            data.writeByte('S');
            Shapes.write(shipped.shape(), data);
            data.writeInt(shipped.encoded().length);
            data.write(shipped.encoded());
        } else {
            data.writeByte('G');
        }
    }

    static Definition read(Frame in) throws IOException, ClassNotFoundException {
        DataInputStream data = new DataInputStream(in.input());
        List<Shape<?>> arguments = new ArrayList<>();
        for (int left = data.readInt(); left > 0; left--) {
            arguments.add(Shapes.read(data));
        }
        Shape<?> result = Shapes.read(data);
        int kind = data.readByte();
        Code code = switch (kind) {
            case 'L' -> new Code.Lookup(readNamed(data));
            case 'S' -> new Code.Shipped(Shapes.read(data), data.readNBytes(data.readInt()));
            case 'G' -> new Code.Given();
            default -> throw new IOException("no code begins with " + kind);
        };
        return new Definition(code, arguments, result);
    }

    private static Named readNamed(DataInputStream in) throws IOException {
        String className = Refusal.readText(in);
        String method = Refusal.readText(in);
        List<String> settings = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            settings.add(Refusal.readText(in));
        }
        return new Named(className, method, settings);
    }
}
