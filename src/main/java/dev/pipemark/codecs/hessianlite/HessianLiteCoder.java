package dev.pipemark.codecs.hessianlite;

import com.alibaba.com.caucho.hessian.io.Hessian2Input;
import com.alibaba.com.caucho.hessian.io.Hessian2Output;
import dev.pipemark.api.Coder;
import dev.pipemark.api.Frame;
import dev.pipemark.api.Shape;
import java.io.IOException;
import java.lang.reflect.Modifier;
import org.jspecify.annotations.Nullable;

/** Hessian-lite's streams on a frame. One output and one input are reused for all messages. */
final class HessianLiteCoder<T> implements Coder<T> {
    private final @Nullable Class<?> expected;
    private final Hessian2Output output = new ExactOutput();
    private final WholeMessage message = new WholeMessage();
    private final Hessian2Input input = new Hessian2Input(message);

    HessianLiteCoder(Shape<T> shape, ShapeFactory factory) {
        Class<?> type = shape.rawType();
        // The format has no char, short or float. They are restored only where the library is told the type.
        expected = Modifier.isFinal(type.getModifiers()) ? type : null;
        output.setSerializerFactory(factory);
        input.setSerializerFactory(factory);
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
        message.begin(in.input());
        input.init(message);
        T value = (T) (expected == null ? input.readObject() : input.readObject(expected));
        message.mayEnd();
        if (input.read() >= 0) {
            throw new IOException("bytes are left behind the value");
        }
        return value;
    }
}
