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

/** Makes the folder of a run, and proves that it takes a file, before anything is measured. */
public final class ResultsFolder {
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** A folder that takes no files. */
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
     * @param parent made when it is not there
     * @return {@code <UTC time>-<host>-<name>} below it
     * @throws UnwritableException when it cannot be made or written
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
     * @throws UnwritableException when the folder takes no file
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

    /** Lets {@code latest} beside the folder lead to it: a link, or where links fail a file that names it. */
    public static void latest(Path folder) throws IOException {
        // A run may be gone on with by that link: its own folder is what it is to lead to.
        Path run = folder.toRealPath();
        Path latest = run.resolveSibling("latest");
        if (Files.isDirectory(latest, LinkOption.NOFOLLOW_LINKS)) {
            // Somebody's own folder of that name is left alone.
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
