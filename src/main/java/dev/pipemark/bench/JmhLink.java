package dev.pipemark.bench;

import java.io.Closeable;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.results.AverageTimeResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.IterationResultMetaData;
import org.openjdk.jmh.results.ResultRole;
import org.openjdk.jmh.results.ThroughputResult;
import org.openjdk.jmh.runner.link.BinaryLinkClient;

/**
 * A rehearsal of JMH's work before and after each iteration. JMH sends its messages to its other process by Java
 * serialization. Code that was compiled for a codec's values alone does not know the classes of these messages. It would
 * be thrown away when the first result is sent, just before a measurement. So the warm-up sends such messages too: by
 * JMH's own client, to a socket of this process that drops them.
 */
final class JmhLink implements Closeable {
    private final BenchmarkParams benchmark;
    private final BinaryLinkClient client;

    /**
     * Connects to this process itself.
     *
     * @throws IOException if there is no loopback address. JMH could not have started this process without one
     */
    JmhLink(BenchmarkParams benchmark) throws IOException {
        this.benchmark = benchmark;
        InetAddress here = InetAddress.getLoopbackAddress();
        try (ServerSocket server = new ServerSocket(0, 1, here)) {
            // The client connects, and then waits for the header that this thread sends.
            Thread reader = new Thread(() -> drain(server), "pipemark-jmh-link");
            reader.setDaemon(true);
            reader.start();
            client = new BinaryLinkClient(here.getHostAddress(), server.getLocalPort());
        }
    }

    private static void drain(ServerSocket server) {
        try (server;
                Socket socket = server.accept()) {
            new ObjectOutputStream(socket.getOutputStream()).flush();
            socket.getInputStream().transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            // The client gets an exception too.
        }
    }

    /** Sends the messages of an iteration. */
    void rehearse() throws IOException {
        IterationParams iteration = benchmark.getMeasurement();
        IterationResult result = new IterationResult(benchmark, iteration, new IterationResultMetaData(1, 1));
        result.addResult(new AverageTimeResult(ResultRole.PRIMARY, "", 1, 1, TimeUnit.NANOSECONDS));
        result.addResult(new ThroughputResult(ResultRole.PRIMARY, "", 1, 1, TimeUnit.SECONDS));
        client.getOutputFormat().iteration(benchmark, iteration, 1);
        client.getOutputFormat().iterationResult(benchmark, iteration, 1, result);
        client.pushResults(result);
    }

    @Override
    public void close() throws IOException {
        client.close();
    }
}
