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
 * One run at a time on a machine: two at once would measure each other. The system gives the lock back when the
 * process that holds it dies.
 */
public final class MachineLock implements AutoCloseable {
    /** Far behind the text, so that the text can be read where locks are mandatory. */
    private static final long LOCKED = 1 << 20;

    private final FileChannel channel;
    private final FileLock lock;

    private MachineLock(FileChannel channel, FileLock lock) {
        this.channel = channel;
        this.lock = lock;
    }

    /**
     * Takes the lock of this machine, a file in {@code java.io.tmpdir}.
     *
     * @throws TakenException when another run has it
     * @throws IOException when the file cannot be used
     */
    public static MachineLock take() throws IOException {
        return take(Path.of(System.getProperty("java.io.tmpdir"), "pipemark.lock"));
    }

    static MachineLock take(Path file) throws IOException {
        FileChannel channel = open(file);
        FileLock lock = null;
        try {
            lock = tryLock(channel);
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
        // A file of somebody else's in a shared directory may be opened, but not with the right to create it.
        if (!Files.exists(file)) {
            try {
                Files.createFile(file);
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));
            } catch (java.nio.file.FileAlreadyExistsException | UnsupportedOperationException e) {
                // Another run was faster, or the system knows no such permissions: it can be opened all the same.
                return FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
            }
        }
        return FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock(LOCKED, 1, false);
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
        lock.release();
        channel.close();
    }

    /** Another run has the lock. */
    public static final class TakenException extends IOException {
        private static final long serialVersionUID = 1L;

        TakenException(String pid) {
            super("another run measures on this machine (process " + (pid.isEmpty() ? "unknown" : pid)
                    + "): wait for it to end, two at once would measure each other");
        }
    }
}
