package dev.pipemark.report.sections;

import dev.pipemark.record.PairSizes;
import dev.pipemark.report.doc.Grid;
import dev.pipemark.report.doc.Page.Value;
import dev.pipemark.report.doc.Scale;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** The columns that say how large a message is, as it is and compressed. */
final class SizeColumns {
    private SizeColumns() {}

    static <R> void add(Grid<R> grid, Function<R, @Nullable PairSizes> size) {
        grid.number("bytes", row -> bytes(size.apply(row), PairSizes::mean))
                .number("deflate, B", row -> bytes(size.apply(row), PairSizes::deflate))
                .number("zstd, B", row -> bytes(size.apply(row), PairSizes::zstd));
    }

    private static Value bytes(@Nullable PairSizes size, ToDoubleFunction<PairSizes> of) {
        return size == null ? Value.BLANK : Scale.exact(of.applyAsDouble(size));
    }
}
