package dev.pipemark.codecs.hessianlite;

import com.alibaba.com.caucho.hessian.io.Hessian2Output;
import java.io.IOException;
import java.io.OutputStream;

/** Writes a negative zero in the format's long form of a double. Hessian-lite uses the short form, which has no sign. */
final class ExactOutput extends Hessian2Output {
    private static final byte[] NEGATIVE_ZERO = {'D', (byte) 0x80, 0, 0, 0, 0, 0, 0, 0};

    ExactOutput() {
        super(OutputStream.nullOutputStream());
    }

    @Override
    public void writeDouble(double value) throws IOException {
        if (Double.doubleToRawLongBits(value) == Long.MIN_VALUE) {
            flushBuffer();
            _os.write(NEGATIVE_ZERO, 0, NEGATIVE_ZERO.length);
        } else {
            super.writeDouble(value);
        }
    }
}
