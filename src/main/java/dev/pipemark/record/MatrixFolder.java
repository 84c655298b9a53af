package dev.pipemark.record;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds matrices in results folders. */
public final class MatrixFolder {
    private MatrixFolder() {}

    /**
     * Returns the best matrix below a folder of results that holds for the same code and Java. A matrix with more pairs
     * is better. Among equals a complete one is better, then one with more contracts, and then the newest.
     *
     * @param identity the identity of the run that shows the matrix
     * @return empty if there is no matrix that can be read
     */
    public static Optional<Matrix> newest(Path results, Map<String, String> identity) {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(results, "*-probe*")) {
            Stream.Builder<Matrix> found = Stream.builder();
            for (Path folder : folders) {
                read(folder.resolve(Matrix.FILE)).ifPresent(found);
            }
            return found.build()
                    .filter(matrix -> matrix.hasAllValues() && holdsFor(matrix, identity))
                    .max(Comparator.comparing((Matrix matrix) -> matrix.checks().size())
                            .thenComparing(matrix -> matrix.ended().equals(Matrix.COMPLETE))
                            .thenComparing(matrix -> matrix.contracts().size())
                            .thenComparing(Matrix::started));
        } catch (IOException | DirectoryIteratorException e) {
            // A report without a matrix says how to make one.
            return Optional.empty();
        }
    }

    /** Returns empty for a damaged file, so that it does not hide the others. */
    private static Optional<Matrix> read(Path file) {
        try {
            return Packed.exists(file) ? Optional.of(Json.readMatrix(file)) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static boolean holdsFor(Matrix matrix, Map<String, String> identity) {
        return Stream.of(Matrix.CODE, Matrix.JDK)
                .allMatch(part -> matrix.identity().containsKey(part)
                        && matrix.identity().get(part).equals(identity.get(part)));
    }
}
