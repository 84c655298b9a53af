package dev.pipemark.codecs.hessian;

import com.caucho.hessian.io.Hessian2Input;
import com.caucho.hessian.io.Hessian2Output;
import dev.pipemark.api.Coder;
import dev.pipemark.api.Frame;
import dev.pipemark.api.Shape;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Modifier;
import org.jspecify.annotations.Nullable;

/** Hessian streams on a frame. One output and one input are reused for all messages. */
final class HessianCoder<T> implements Coder<T> {
    private final ShapeFactory factory;
    private final @Nullable Class<?> expected;
    private final Hessian2Output output = new ExactOutput();
    private Hessian2Input input;

    HessianCoder(Shape<T> shape, ShapeFactory factory) {
        this.factory = factory;
        Class<?> type = shape.rawType();
        // Hessian has no char, short or float. It restores them only if the type is passed to it.
        expected = Modifier.isFinal(type.getModifiers()) ? type : null;
        output.setSerializerFactory(factory);
        input = newInput();
    }

    @Override
    public void encode(T value, Frame out) throws IOException {
        int start = out.end();
        boolean whole = false;
        try {
            output.init(out);
            output.writeObject(value);
            output.flush();
            whole = true;
        } finally {
            if (!whole) {
                // Add the complete message at once, or nothing.
                out.adopt(out.array(), out.offset(), start);
            }
        }
    }

    // The bytes name the class. The caller must know that it matches T, as with every codec that sends class names.
    @SuppressWarnings("unchecked")
    @Override
    public T decode(Frame in) throws IOException {
        boolean whole = false;
        try {
            InputStream bytes = in.input();
            input.init(bytes);
            T value = (T) (expected == null ? input.readObject() : input.readObject(expected));
            // Fails if bytes are left in Hessian's own buffer.
            input.resetBuffer();
            if (bytes.available() > 0) {
                throw new IOException("bytes are left behind the value");
            }
            whole = true;
            return value;
        } finally {
            if (!whole) {
                input = newInput();
            }
        }
    }

    private Hessian2Input newInput() {
        Hessian2Input fresh = new Hessian2Input();
        fresh.setSerializerFactory(factory);
        return fresh;
    }
}
