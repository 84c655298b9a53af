import dev.pipemark.api.Codec;
import dev.pipemark.api.Shape;
import dev.pipemark.catalog.Catalog;
import dev.pipemark.pool.Job;
import dev.pipemark.pool.Named;
import dev.pipemark.pool.TaskOutcome;
import dev.pipemark.pool.Pool;
import dev.pipemark.pool.PoolException;
import dev.pipemark.pool.Results;
import dev.pipemark.pool.TaskException;
import dev.pipemark.pool.TaskTimeoutException;
import dev.pipemark.pool.TravelException;
import dev.pipemark.pool.WorkerDiedException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * Uses the pool without the benchmarks. Build the jar of the project, and run these commands in its folder:
 *
 * <pre>
 * javac -cp target/benchmarks.jar -d target/pool-example examples/pool/PoolExample.java
 * java -cp target/benchmarks.jar:target/pool-example PoolExample
 * </pre>
 */
public final class PoolExample {
    /** An argument of the tasks. It does not depend on the pool. It need not implement Serializable, because kryo-graph carries it. */
    public record Parcel(String to, int grams) {}

    /** A price list. A function that captures a tariff sends it to the worker. */
    public record Tariff(int base, int perKilogram) {
        int cents(Parcel parcel) {
            return base + perKilogram * parcel.grams() / 1000;
        }
    }

    private static final List<Parcel> PARCELS =
            List.of(new Parcel("Ada", 500), new Parcel("Blaise", 2000), new Parcel("Grace", 12_000));

    private PoolExample() {}

    public static void main(String[] arguments) throws Exception {
        functions();
        names();
        failures();
        endless();
    }

    /** Runs a function. The codec sends the lambda with its captured values, once to each worker. */
    private static void functions() throws Exception {
        Codec codec = codec("kryo-graph");
        Tariff tariff = new Tariff(300, 120);
        try (Pool pool = Pool.over(codec).workers(2).open()) {
            Job<Parcel, Integer> price = pool.job(tariff::cents, Shape.of(Parcel.class), Shape.of(Integer.class));
            System.out.println("by function: " + price.map(PARCELS));
        }
    }

    /** Returns the price of a parcel. A worker finds this public static method by its name. Only the name is sent. */
    public static int cents(Parcel parcel) {
        return new Tariff(300, 120).cents(parcel);
    }

    /** Runs a method by its name. The codec need not carry functions. */
    private static void names() throws Exception {
        Codec codec = codec("jackson-json");
        try (Pool pool = Pool.over(codec).workers(2).open()) {
            Job<Parcel, Integer> price = pool.named(
                    Named.method(PoolExample.class, "cents"), Shape.of(Parcel.class), Shape.of(Integer.class));
            System.out.println("by name: " + price.map(PARCELS));
        }
    }

    /** Shows four failures. Each has its own type of exception. The pool still runs the tasks that follow. */
    private static void failures() throws Exception {
        try (Pool pool = Pool.over(codec("kryo-graph")).workers(2).open()) {
            Shape<Integer> number = Shape.of(Integer.class);

            // The task throws. The cause of the failure is the task's exception, with its type and the worker's stack.
            Job<Integer, Integer> inverse = pool.job(n -> 1000 / n, number, number);
            try (Results<Integer> outcomes = inverse.mapUnordered(List.of(0))) {
                tell("a task that throws", outcomes.next());
            }

            // The task ends its worker. The message says how the worker died. The pool starts another worker.
            Job<Integer, Integer> exits = pool.job(PoolExample::exit, number, number);
            try (Results<Integer> outcomes = exits.mapUnordered(List.of(7))) {
                tell("a task that ends its worker", outcomes.next());
            }

            // The task takes too long. At the limit, the pool kills the worker, because nothing else stops the task.
            Job<Integer, Integer> sleeps =
                    pool.job(PoolExample::sleep, number, number).timeout(Duration.ofMillis(200));
            try (Results<Integer> outcomes = sleeps.mapUnordered(List.of(3600))) {
                tell("a task that takes too long", outcomes.next());
            }

            // The result does not travel, because a thread belongs to its process.
            Job<Integer, Object> threads = pool.job(n -> Thread.currentThread(), number, Shape.of(Object.class));
            try (Results<Object> outcomes = threads.mapUnordered(List.of(1))) {
                tell("a result that does not travel", outcomes.next());
            }

            System.out.println("the same pool after these failures: " + inverse.map(List.of(1, 2, 4)));
        }
    }

    /** Runs tasks with an endless iterator of arguments. The pool takes arguments only as the caller takes results. */
    private static void endless() throws Exception {
        try (Pool pool = Pool.over(codec("kryo-graph")).workers(2).open()) {
            Job<Integer, Integer> square = pool.job(n -> n * n, Shape.of(Integer.class), Shape.of(Integer.class));
            StringBuilder first = new StringBuilder();
            try (Results<Integer> squares =
                    square.stream(IntStream.iterate(1, n -> n + 1).iterator())) {
                for (int taken = 0; taken < 5; taken++) {
                    first.append(' ').append(squares.next().get());
                }
            }
            System.out.println("the first squares of an endless sequence:" + first);
        }
    }

    /** Prints an outcome. Each type of failure has a remedy of its own. */
    private static void tell(String what, TaskOutcome<?> outcome) {
        PoolException failure = outcome.failure();
        String told;
        if (failure == null) {
            told = "returned " + outcome.value();
        } else if (failure instanceof TaskException) {
            told = "correct the task: " + failure.getCause();
        } else if (failure instanceof WorkerDiedException) {
            told = "run it again, if that does no harm: " + failure.getMessage();
        } else if (failure instanceof TaskTimeoutException) {
            told = "raise the limit, or drop the task: " + failure.getMessage();
        } else if (failure instanceof TravelException travel) {
            told = "send something else: " + travel.what() + " failed in " + travel.where();
        } else {
            told = "open another pool: " + failure.getMessage();
        }
        System.out.println(what + ": " + told);
    }

    private static int exit(int status) {
        System.exit(status);
        return 0;
    }

    private static int sleep(int seconds) throws InterruptedException {
        TimeUnit.SECONDS.sleep(seconds);
        return seconds;
    }

    private static Codec codec(String id) {
        return Catalog.load(PoolExample.class.getClassLoader()).codec(id);
    }
}
