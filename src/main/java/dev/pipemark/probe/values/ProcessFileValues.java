package dev.pipemark.probe.values;

import static dev.pipemark.probe.values.AnotherThread.PATIENCE;
import static dev.pipemark.probe.values.ProcessValues.held;

import dev.pipemark.api.Shape;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchService;
import java.util.List;
import java.util.stream.Stream;

/** Open files and sockets, which the operating system keeps for one process. */
final class ProcessFileValues {
    private ProcessFileValues() {}

    static List<Value<?>> values() {
        return Stream.of(files(), channels(), sockets(), selectors())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Value<?>> files() {
        return List.of(
                held("file-input-stream", "FileInputStream", Shape.of(FileInputStream.class), ProcessFileValues::input)
                        .asks("read()", FileInputStream::read),
                held(
                                "file-output-stream",
                                "FileOutputStream",
                                Shape.of(FileOutputStream.class),
                                scope -> scope.closing(
                                        new FileOutputStream(file(scope).toFile())))
                        .asks("size of the file after write(1)", stream -> {
                            stream.write(1);
                            return stream.getChannel().size();
                        }),
                held("random-access-file", "RandomAccessFile at 2", Shape.of(RandomAccessFile.class), scope -> {
                            RandomAccessFile file = scope.closing(
                                    new RandomAccessFile(file(scope).toFile(), "rw"));
                            file.seek(2);
                            return file;
                        })
                        .asks("getFilePointer()", RandomAccessFile::getFilePointer)
                        .asks("read()", RandomAccessFile::read),
                held(
                                "file-descriptor",
                                "FileDescriptor of an open file",
                                Shape.of(FileDescriptor.class),
                                scope -> input(scope).getFD())
                        .asks("valid()", FileDescriptor::valid)
                        // Does not read: in another process, the same number may be that of a pipe.
                        .asks(
                                "size of the file",
                                descriptor -> new FileInputStream(descriptor)
                                        .getChannel()
                                        .size()));
    }

    private static List<Value<?>> channels() {
        return List.of(
                held(
                                "file-channel",
                                "FileChannel at position 1",
                                Shape.of(FileChannel.class),
                                scope -> channel(scope).position(1))
                        .asks("position()", FileChannel::position)
                        .asks("read()", channel -> {
                            ByteBuffer one = ByteBuffer.allocate(1);
                            channel.read(one);
                            return one.get(0);
                        }),
                held(
                                "file-lock",
                                "FileLock that is held",
                                Shape.of(FileLock.class),
                                scope -> scope.closing(channel(scope).lock()))
                        .asks("isValid()", FileLock::isValid)
                        .asks("its file can be locked again", ProcessFileValues::locksAgain),
                held(
                                "mapped-byte-buffer",
                                "MappedByteBuffer of a file",
                                Shape.of(
                                        MappedByteBuffer.class,
                                        ByteBuffer.allocateDirect(0).getClass()),
                                scope -> channel(scope).map(FileChannel.MapMode.READ_WRITE, 0, 3))
                        .asks("get(0)", buffer -> buffer.get(0))
                        .asks("remaining()", MappedByteBuffer::remaining)
                        .notes("isDirect()", MappedByteBuffer::isDirect));
    }

    /** Creates a file of three bytes: 10, 20, 30. */
    static Path file(Scope scope) throws IOException {
        Path file = Files.createTempFile("pipemark", ".bin");
        scope.closing(() -> Files.deleteIfExists(file));
        return Files.write(file, new byte[] {10, 20, 30});
    }

    /** Opens a stream at the first of three bytes, which is 10. */
    static FileInputStream input(Scope scope) throws IOException {
        return scope.closing(new FileInputStream(file(scope).toFile()));
    }

    private static FileChannel channel(Scope scope) throws IOException {
        return scope.closing(FileChannel.open(file(scope), StandardOpenOption.READ, StandardOpenOption.WRITE));
    }

    private static boolean locksAgain(FileLock lock) throws IOException {
        if (!(lock.acquiredBy() instanceof FileChannel channel)) {
            throw new IllegalStateException("a lock without a file");
        }
        try (FileLock second = channel.tryLock()) {
            return second != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private static List<Value<?>> sockets() {
        return List.of(
                held("socket-connected", "Socket, connected", Shape.of(Socket.class), ProcessFileValues::socket)
                        .asks("isConnected()", Socket::isConnected)
                        .asks("takes a byte", socket -> {
                            socket.getOutputStream().write(1);
                            return true;
                        }),
                held("server-socket", "ServerSocket, bound", Shape.of(ServerSocket.class), ProcessFileValues::server)
                        .asks("isBound()", ServerSocket::isBound)
                        .asks("accepts a connection", ProcessFileValues::accepts),
                held(
                                "socket-channel",
                                "SocketChannel, connected",
                                Shape.of(SocketChannel.class),
                                scope -> scope.closing(
                                        SocketChannel.open(server(scope).getLocalSocketAddress())))
                        .asks("isConnected()", SocketChannel::isConnected)
                        .asks("takes a byte", channel -> channel.write(ByteBuffer.allocate(1))),
                held(
                                "datagram-socket",
                                "DatagramSocket, bound",
                                Shape.of(DatagramSocket.class),
                                scope -> scope.closing(new DatagramSocket(0, InetAddress.getLoopbackAddress())))
                        .asks("isBound()", DatagramSocket::isBound)
                        .asks(
                                "is bound to the loopback address",
                                socket -> socket.getLocalAddress().isLoopbackAddress())
                        .asks("receives its own message", ProcessFileValues::sendsToItself));
    }

    private static ServerSocket server(Scope scope) throws IOException {
        return scope.closing(new ServerSocket(0, 5, InetAddress.getLoopbackAddress()));
    }

    /** Connects to a server of this process. The connection is not accepted yet, which is enough for writing. */
    static Socket socket(Scope scope) throws IOException {
        ServerSocket server = server(scope);
        return scope.closing(new Socket(server.getInetAddress(), server.getLocalPort()));
    }

    /** Connects and accepts by itself: a copy of the port number would lead to the sender. */
    private static boolean accepts(ServerSocket server) throws IOException {
        server.setSoTimeout(PATIENCE);
        try (Socket client = new Socket(server.getInetAddress(), server.getLocalPort());
                Socket accepted = server.accept()) {
            return client.getLocalPort() == accepted.getPort();
        }
    }

    private static int sendsToItself(DatagramSocket socket) throws IOException {
        socket.setSoTimeout(PATIENCE);
        socket.send(new DatagramPacket(new byte[] {7}, 1, socket.getLocalSocketAddress()));
        DatagramPacket received = new DatagramPacket(new byte[1], 1);
        socket.receive(received);
        return received.getData()[0];
    }

    private static List<Value<?>> selectors() {
        return List.of(
                held("selector", "Selector.open()", Shape.of(Selector.class), scope -> scope.closing(Selector.open()))
                        .asks("isOpen()", Selector::isOpen)
                        .asks("selectNow()", Selector::selectNow),
                held(
                                "watch-service",
                                "FileSystem.newWatchService()",
                                Shape.of(WatchService.class),
                                scope -> scope.closing(FileSystems.getDefault().newWatchService()))
                        .asks(
                                "watches a directory",
                                service -> Path.of(System.getProperty("java.io.tmpdir"))
                                        .register(service, StandardWatchEventKinds.ENTRY_CREATE)
                                        .isValid()));
    }
}
