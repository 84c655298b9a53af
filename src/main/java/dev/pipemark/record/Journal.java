package dev.pipemark.record;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The file to which every result is added. It is on disk before the next measurement begins, so that a kill or a power
 * cut costs no more than the fork in flight. The file is not a channel, since an interrupted thread would close a
 * channel.
 */
public final class Journal implements AutoCloseable {
    private final Path path;
    private final RandomAccessFile file;

    private Journal(Path path, RandomAccessFile file) {
        this.path = path;
        this.file = file;
    }

    /**
     * Opens the journal of a results folder, and creates it if needed. Unpacks a packed journal first. Removes a last
     * line that was cut short. If a last line lacks only its line end, the line end is added, since
     * {@link RunFolder} reads that line.
     *
     * @throws IOException if it cannot be opened for writing
     */
    public static Journal open(Path folder) throws IOException {
        Path path = folder.resolve(RunFolder.JOURNAL);
        if (!Files.exists(path) && Packed.exists(path)) {
            Packed.unpack(path);
        }
        RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw");
        try {
            long end = file.length();
            while (end > 0) {
                file.seek(end - 1);
                if (file.read() == '\n') {
                    break;
                }
                end--;
            }
            byte[] tail = new byte[Math.toIntExact(file.length() - end)];
            file.seek(end);
            file.readFully(tail);
            if (whole(tail)) {
                file.write('\n');
            } else {
                file.setLength(end);
            }
        } catch (IOException e) {
            file.close();
            throw e;
        }
        return new Journal(path, file);
    }

    private static boolean whole(byte[] line) {
        try {
            Json.readLine(new String(line, StandardCharsets.UTF_8));
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /**
     * Adds a line, and returns when it is on disk.
     *
     * @throws UncheckedIOException if it cannot be written; earlier lines stay readable
     */
    public synchronized void add(JournalLine line) {
        try {
            long before = file.getFilePointer();
            try {
                file.write((Json.line(line) + "\n").getBytes(StandardCharsets.UTF_8));
                file.getFD().sync();
            } catch (IOException e) {
                file.setLength(before);
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + path + ": " + e.getMessage(), e);
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
