package dev.pipemark.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MatrixFolderTest {
    private static final Map<String, String> IDENTITY = Map.of(Matrix.CODE, "1", Matrix.JDK, "17");

    @TempDir
    Path results;

    /** Catches a report that loses its matrix because a later probe was interrupted. */
    @Test
    void aWholeMatrixIsPreferredToALaterOneWithoutContracts() throws Exception {
        put("a-probe", matrix("whole", "2026-11-22T10:00:00Z", Matrix.COMPLETE));
        put("b-probe", matrix("cut", "2026-11-22T11:00:00Z", Matrix.CONTRACTS_CUT));
        assertThat(MatrixFolder.newest(results, IDENTITY).map(Matrix::id)).contains("whole");
    }

    @Test
    void aMatrixMayLackContractsButNoValues() throws Exception {
        put("a-probe", matrix("cut", "2026-11-22T10:00:00Z", Matrix.CONTRACTS_CUT));
        put("b-probe", matrix("interrupted", "2026-11-22T11:00:00Z", "interrupted"));
        assertThat(MatrixFolder.newest(results, IDENTITY).map(Matrix::id)).contains("cut");
        assertThat(MatrixFolder.newest(results, Map.of(Matrix.CODE, "2", Matrix.JDK, "17")))
                .isEmpty();
    }

    private void put(String folder, Matrix matrix) throws Exception {
        Files.createDirectories(results.resolve(folder));
        Json.writeMatrix(matrix, results.resolve(folder).resolve(Matrix.FILE));
    }

    private static Matrix matrix(String id, String started, String ended) {
        return new Matrix(
                id,
                Instant.parse(started),
                1,
                ended,
                IDENTITY,
                Map.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }
}
