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
 * What JMH does on this side before and after each iteration: it sends what it has to say to its other process by Java
 * serialization. Code that was compiled for a codec's values alone does not know those classes and their paths, and is
 * thrown away when the first result leaves, just before what is measured; so they are part of the warm-up. They go by
 * JMH's own client to a socket of this process that drops them.
 */
final class JmhLink implements Closeable {
    private final BenchmarkParams benchmark;
    private final BinaryLinkClient client;

    /**
     * @throws IOException when there is no loopback address, without which JMH could not have started this process
     */
    JmhLink(BenchmarkParams benchmark) throws IOException {
        this.benchmark = benchmark;
        InetAddress here = InetAddress.getLoopbackAddress();
        try (ServerSocket server = new ServerSocket(0, 1, here)) {
            // It connects to what listens, and then waits for the header that is sent here.
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
            // The client sees that as well.
        }
    }

    /** Sends what an iteration will send. */
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
