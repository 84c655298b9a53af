package dev.pipemark.codecs.avro;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.Instant;

/** Checks the parts of a decimal and of an instant, of which not all values are valid. */
final class AvroNumbers {
    private AvroNumbers() {}

    static ByteBuffer unscaled(BigDecimal value) {
        return ByteBuffer.wrap(value.unscaledValue().toByteArray());
    }

    static BigDecimal decimal(ByteBuffer unscaled, int scale) throws IOException {
        if (!unscaled.hasRemaining()) {
            throw new IOException("a decimal has no digits");
        }
        int start = unscaled.arrayOffset() + unscaled.position();
        return new BigDecimal(new BigInteger(unscaled.array(), start, unscaled.remaining()), scale);
    }

    static Instant instant(long seconds, int nanos) throws IOException {
        try {
            return Instant.ofEpochSecond(seconds, nanos);
        } catch (DateTimeException | ArithmeticException e) {
            throw new IOException("not an instant: " + e.getMessage(), e);
        }
    }
}
