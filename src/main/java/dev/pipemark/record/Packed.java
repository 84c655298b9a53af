package dev.pipemark.record;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.zip.GZIPInputStream;

/**
 * Files of a results folder that may be packed by gzip. The published ones are: {@code journal.jsonl.gz} replaces {@code
 * journal.jsonl}. If both exist, the one that is not packed counts, since a resumed run writes to it.
 */
final class Packed {
    private static final String SUFFIX = ".gz";

    private Packed() {}

    /** Returns whether the file exists, packed or not. */
    static boolean exists(Path file) {
        return Files.exists(file) || Files.exists(packed(file));
    }

    /**
     * Returns the content of the file, unpacked.
     *
     * @throws java.nio.file.NoSuchFileException if it exists in neither form
     * @throws IOException if it cannot be read, or is packed and damaged
     */
    static byte[] read(Path file) throws IOException {
        Path packed = packed(file);
        if (Files.exists(file) || !Files.exists(packed)) {
            return Files.readAllBytes(file);
        }
        byte[] bytes = Files.readAllBytes(packed);
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new IOException(
                    packed + " cannot be unpacked: " + e.getMessage() + "; get it again, or unpack it", e);
        }
    }

    /**
     * Writes the unpacked file beside the packed one. A reader sees all of it or nothing.
     *
     * @throws IOException if it cannot be read or written
     */
    static void unpack(Path file) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.write(fresh, read(file));
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
    }

    private static Path packed(Path file) {
        return file.resolveSibling(file.getFileName() + SUFFIX);
    }
}
