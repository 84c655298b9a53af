package dev.pipemark.capability.page;

import dev.pipemark.record.Matrix;
import dev.pipemark.record.ValueCheck;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The checks of a matrix, by row and value. */
record MatrixChecks(Map<Matrix.Row, Map<String, ValueCheck>> rows) {
    static MatrixChecks of(Matrix matrix) {
        Map<Matrix.Row, Map<String, ValueCheck>> rows = new LinkedHashMap<>();
        matrix.checks()
                .forEach(check -> rows.computeIfAbsent(
                                new Matrix.Row(check.codec(), check.opened()), row -> new LinkedHashMap<>())
                        .put(check.value(), check));
        return new MatrixChecks(rows);
    }

    /** Returns all checks of one row. */
    Collection<ValueCheck> of(Matrix.Row row) {
        return rows.getOrDefault(row, Map.of()).values();
    }

    /** Returns the check of one value, or {@code null} if it was not tried. */
    @Nullable
    ValueCheck of(Matrix.Row row, String value) {
        return rows.getOrDefault(row, Map.of()).get(value);
    }
}
