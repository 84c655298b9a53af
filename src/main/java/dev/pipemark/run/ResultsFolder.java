package dev.pipemark.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Makes the folder of a run, and checks that a file can be written, before anything is measured. */
public final class ResultsFolder {
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** Thrown if no file can be written into a folder. */
    public static final class UnwritableException extends IOException {
        private static final long serialVersionUID = 1L;

        UnwritableException(Path folder, IOException cause) {
            super(
                    "cannot write results to " + folder.toAbsolutePath() + " ("
                            + cause.getClass().getSimpleName().replace("Exception", "") + ": " + cause.getMessage()
                            + ")",
                    cause);
        }
    }

    private ResultsFolder() {}

    /**
     * Makes the folder of a run.
     *
     * @param parent the folder of all runs, which is made if it does not exist
     * @return the folder {@code <UTC time>-<host>-<name>} in it
     * @throws UnwritableException if it cannot be made or written
     */
    public static Path create(Path parent, Instant now, String host, String name) throws UnwritableException {
        try {
            Files.createDirectories(parent);
            Path folder = fresh(parent, NAME.format(now) + "-" + host.replaceAll("[^A-Za-z0-9.-]", "_") + "-" + name);
            prove(folder);
            return folder;
        } catch (UnwritableException e) {
            throw e;
        } catch (IOException e) {
            throw new UnwritableException(parent, e);
        }
    }

    private static Path fresh(Path parent, String base) throws IOException {
        for (int again = 1; ; again++) {
            Path folder = parent.resolve(again == 1 ? base : base + "-" + again);
            try {
                Files.createDirectory(folder);
            } catch (FileAlreadyExistsException e) {
                continue;
            }
            return folder;
        }
    }

    /**
     * Checks that a file can be written into a folder.
     *
     * @throws UnwritableException if it cannot
     */
    public static void prove(Path folder) throws UnwritableException {
        Path proof = folder.resolve(".writable");
        try {
            Files.writeString(proof, "yes", StandardCharsets.UTF_8);
            Files.delete(proof);
        } catch (IOException e) {
            throw new UnwritableException(folder, e);
        }
    }

    /** Lets {@code latest} beside the folder point to it: a link, or a file with its name if links are not possible. */
    public static void latest(Path folder) throws IOException {
        // A run may be resumed by that link. The new link must point to the folder itself.
        Path run = folder.toRealPath();
        Path latest = run.resolveSibling("latest");
        if (Files.isDirectory(latest, LinkOption.NOFOLLOW_LINKS)) {
            // A user's own folder of that name stays.
            return;
        }
        Path name = run.getFileName();
        if (name == null) {
            return;
        }
        Files.deleteIfExists(latest);
        try {
            Files.createSymbolicLink(latest, name);
        } catch (IOException | UnsupportedOperationException e) {
            Files.writeString(latest, name + "\n", StandardCharsets.UTF_8);
        }
    }
}
