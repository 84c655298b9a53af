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
    /** The folder of the published matrix of languages. */
    private static final String PUBLISHED_LANGUAGES = "languages";

    private MatrixFolder() {}

    /**
     * Returns the best matrix below a folder of results that holds for the same code and Java. A matrix with more pairs
     * is better. Among equals a complete one is better, then one with more contracts, and then the newest.
     *
     * @param identity the identity of the run that shows the matrix
     * @return empty if there is no matrix that can be read
     */
    public static Optional<Matrix> newest(Path results, Map<String, String> identity) {
        return holding(results, "*-probe*", Matrix.FILE, Json::readMatrix, identity)
                .max(Comparator.comparing((Matrix matrix) -> matrix.checks().size())
                        .thenComparing(matrix -> matrix.ended().equals(Matrix.COMPLETE))
                        .thenComparing(matrix -> matrix.contracts().size())
                        .thenComparing(Matrix::started));
    }

    /**
     * Returns the best matrix of languages below a folder of results that holds for the same code and Java. A matrix with
     * more checks is better. Among equals the newest is best. If there is none, returns the published matrix, which may hold
     * for other code or another Java.
     *
     * @param identity the identity of the run that shows the matrix
     * @return empty if there is no matrix that can be read
     */
    public static Optional<LanguageMatrix> newestOfLanguages(Path results, Map<String, String> identity) {
        return holding(results, "*-languages*", LanguageMatrix.FILE, Json::readLanguages, identity)
                .max(Comparator.comparing(
                                (LanguageMatrix matrix) -> matrix.checks().size())
                        .thenComparing(LanguageMatrix::started))
                .or(() -> read(results.resolve(PUBLISHED_LANGUAGES).resolve(LanguageMatrix.FILE), Json::readLanguages)
                        .filter(LanguageMatrix::hasAllValues));
    }

    /** Reads one file. */
    @FunctionalInterface
    private interface Reader<M> {
        M read(Path file) throws IOException;
    }

    private static <M extends Probed> Stream<M> holding(
            Path results, String folders, String file, Reader<M> reader, Map<String, String> identity) {
        try (DirectoryStream<Path> found = Files.newDirectoryStream(results, folders)) {
            Stream.Builder<M> matrices = Stream.builder();
            for (Path folder : found) {
                read(folder.resolve(file), reader).ifPresent(matrices);
            }
            return matrices.build().filter(matrix -> matrix.hasAllValues() && matrix.holdsFor(identity));
        } catch (IOException | DirectoryIteratorException e) {
            // A report without a matrix says how to make one.
            return Stream.empty();
        }
    }

    /** Returns empty for a damaged file, so that it does not hide the others. */
    private static <M> Optional<M> read(Path file, Reader<M> reader) {
        try {
            return Packed.exists(file) ? Optional.of(reader.read(file)) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
