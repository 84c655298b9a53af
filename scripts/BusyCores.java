import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Locale;
import java.util.Random;

/**
 * Keeps all cores busy for a known part of the time, as neighbours on a shared machine do, while another process runs.
 *
 * <p>There is one thread for each core, and the system places the threads. Each thread burns CPU in bursts of exponential
 * length. After each burst it rests, so that the bursts take the wanted share of the time. The load of neighbours varies.
 * Therefore each phase of some seconds has a random share of its own, uniform from 0 to twice the mean.
 *
 * <pre>java BusyCores PID DUTY SEED</pre>
 *
 * {@code PID} is a process. This program ends when that process ends. {@code DUTY} is the mean share of the time in bursts,
 * from 0 to 0.5. {@code SEED} is the seed of the random numbers. The program prints its settings, and at its end the CPU time
 * that it burned.
 */
public final class BusyCores {
    private static final double BURST_MILLIS = 40;
    private static final double PHASE_MILLIS = 5000;
    /** The smallest share of a phase. With a smaller share, a rest could be much longer than its phase. */
    private static final double LEAST_SHARE = 0.01;

    private final Random random;
    private final double duty;
    private double sink;

    private BusyCores(double duty, long seed) {
        this.duty = duty;
        this.random = new Random(seed);
    }

    public static void main(String[] args) throws Exception {
        ProcessHandle owner = ProcessHandle.of(Long.parseLong(args[0])).orElseThrow();
        double duty = Double.parseDouble(args[1]);
        long seed = Long.parseLong(args[2]);
        if (duty < 0 || duty > 0.5) {
            throw new IllegalArgumentException("DUTY is from 0 to 0.5, not " + args[1]);
        }
        int cores = Runtime.getRuntime().availableProcessors();
        System.out.printf(
                Locale.ROOT,
                "one thread on each of %d cores, bursts of %.0f ms in the mean, %.0f %% of the time in the mean, drawn anew"
                        + " from 0 to %.0f %% every %.0f s in the mean, seed %d%n",
                cores, BURST_MILLIS, 100 * duty, 200 * duty, PHASE_MILLIS / 1e3, seed);
        long begin = System.nanoTime();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> report(cores, begin)));
        for (int core = 0; core < cores; core++) {
            Thread thread = new Thread(new BusyCores(duty, seed + core)::burn);
            thread.setDaemon(true);
            thread.start();
        }
        owner.onExit().join();
        System.exit(0);
    }

    private static void report(int cores, long begin) {
        double seconds = (System.nanoTime() - begin) / 1e9;
        double burned = ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime() / 1e9;
        System.out.printf(
                Locale.ROOT,
                "burned %.0f s of CPU in %.0f s, %.0f %% of %d cores%n",
                burned, seconds, 100 * burned / seconds / cores, cores);
        System.out.flush();
    }

    private void burn() {
        long phaseEnd = System.nanoTime();
        double share = 0;
        while (true) {
            if (System.nanoTime() - phaseEnd >= 0) {
                share = 2 * duty * random.nextDouble();
                phaseEnd = System.nanoTime() + Math.round(1e6 * exponential(PHASE_MILLIS));
            }
            double burst = exponential(BURST_MILLIS);
            long begin = System.nanoTime();
            spin(Math.round(1e6 * burst));
            rest(burst / Math.max(share, LEAST_SHARE) - (System.nanoTime() - begin) / 1e6);
        }
    }

    /** Uses this amount of CPU time. If other programs use the core, this takes longer. */
    private void spin(long nanos) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long end = threads.getCurrentThreadCpuTime() + nanos;
        while (threads.getCurrentThreadCpuTime() - end < 0) {
            for (int step = 0; step < 10_000; step++) {
                sink = sink * 0.999 + step;
            }
        }
    }

    private static void rest(double millis) {
        try {
            Thread.sleep(Math.max(0, Math.round(millis)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private double exponential(double mean) {
        return -mean * Math.log(1 - random.nextDouble());
    }
}
