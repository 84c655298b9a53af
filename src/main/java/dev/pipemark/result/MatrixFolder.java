package dev.pipemark.result;

import java.io.IOException;
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
     * The newest whole matrix below a folder of results that holds for the same code and Java.
     *
     * @param identity of the run that wants to show it
     * @return empty where there is none, or none that can be read
     */
    public static Optional<Matrix> newest(Path results, Map<String, String> identity) {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(results, "*-probe*")) {
            Stream.Builder<Matrix> found = Stream.builder();
            for (Path folder : folders) {
                if (Files.isReadable(folder.resolve(Matrix.FILE))) {
                    found.add(Json.readMatrix(folder.resolve(Matrix.FILE)));
                }
            }
            return found.build()
                    .filter(matrix -> matrix.ended().equals("complete") && holdsFor(matrix, identity))
                    .max(Comparator.comparing(Matrix::started));
        } catch (IOException e) {
            // A report without a matrix says how to make one.
            return Optional.empty();
        }
    }

    private static boolean holdsFor(Matrix matrix, Map<String, String> identity) {
        return Stream.of(Matrix.CODE, Matrix.JDK)
                .allMatch(part -> matrix.identity().containsKey(part)
                        && matrix.identity().get(part).equals(identity.get(part)));
    }
}
