package dev.pipemark.model;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order: nested records, an enum, exact decimals, an instant, a list of lines and an optional field.
 *
 * @param note an optional text, or {@code null}
 */
public record Order(
        long id,
        Customer customer,
        Status status,
        Instant placed,
        BigDecimal total,
        List<Line> lines,
        @Nullable String note)
        implements Serializable {
    public enum Status {
        PLACED,
        PAID,
        SHIPPED,
        RETURNED
    }

    public record Customer(String name, String email, String city) implements Serializable {}

    public record Line(String article, int quantity, BigDecimal price) implements Serializable {}
}
