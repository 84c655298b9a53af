package dev.pipemark.machine;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/**
 * Allows one run at a time on a machine, because two would disturb each other. JMH's own lock is held as well. The
 * system releases both when the process ends.
 */
public final class MachineLock implements AutoCloseable {
    /** The position of the locked byte, far behind the text. Some systems forbid others to read locked bytes. */
    private static final long LOCKED = 1 << 20;

    private final FileChannel channel;
    private final FileLock lock;
    private @Nullable FileChannel jmh;

    private MachineLock(FileChannel channel, FileLock lock) {
        this.channel = channel;
        this.lock = lock;
    }

    /**
     * Takes the lock of this machine, a file in {@code java.io.tmpdir}.
     *
     * @throws TakenException if another run holds it
     * @throws IOException if the file cannot be used
     */
    public static MachineLock take() throws IOException {
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        MachineLock lock = take(temporary.resolve("pipemark.lock"));
        try {
            lock.takeJmh(temporary.resolve("jmh.lock"));
            return lock;
        } catch (IOException e) {
            lock.close();
            throw e;
        }
    }

    /** JMH takes its lock for each call of its runner, so several calls at once would fail. */
    private void takeJmh(Path file) throws IOException {
        jmh = open(file);
        if (tryLock(jmh, 0, Long.MAX_VALUE) == null) {
            throw new TakenException("unknown");
        }
        // JMH reads this once, when its runner is loaded.
        System.setProperty("jmh.ignoreLock", "true");
    }

    static MachineLock take(Path file) throws IOException {
        FileChannel channel = open(file);
        FileLock lock = null;
        try {
            lock = tryLock(channel, LOCKED, 1);
            if (lock == null) {
                throw new TakenException(holder(channel));
            }
            channel.truncate(0);
            channel.write(
                    ByteBuffer.wrap(
                            String.valueOf(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)),
                    0);
            return new MachineLock(channel, lock);
        } finally {
            if (lock == null) {
                channel.close();
            }
        }
    }

    private static FileChannel open(Path file) throws IOException {
        // In a shared directory, another user's file may be opened, but not with the option to create it.
        if (!Files.exists(file)) {
            try {
                Files.createFile(file);
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));
            } catch (java.nio.file.FileAlreadyExistsException | UnsupportedOperationException e) {
                // Another run created the file first, or the system has no such permissions. The file can still be
                // opened.
                return FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
            }
        }
        return FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    private static @Nullable FileLock tryLock(FileChannel channel, long from, long size) throws IOException {
        try {
            return channel.tryLock(from, size, false);
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private static String holder(FileChannel channel) throws IOException {
        ByteBuffer text = ByteBuffer.allocate(32);
        channel.read(text, 0);
        return new String(text.array(), 0, text.position(), StandardCharsets.US_ASCII).strip();
    }

    @Override
    public void close() throws IOException {
        if (jmh != null) {
            jmh.close();
        }
        lock.release();
        channel.close();
    }

    /** Thrown if another run holds the lock. */
    public static final class TakenException extends IOException {
        private static final long serialVersionUID = 1L;

        TakenException(String pid) {
            super("another run measures on this machine (process " + (pid.isEmpty() ? "unknown" : pid)
                    + "): wait for it to end, because two runs would disturb each other");
        }
    }
}
