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
 * The pool by itself, without the benchmarks. From the folder of the project, with its jar built:
 *
 * <pre>
 * javac -cp target/benchmarks.jar -d target/pool-example examples/pool/PoolExample.java
 * java -cp target/benchmarks.jar:target/pool-example PoolExample
 * </pre>
 */
public final class PoolExample {
    /** What is sent. It knows nothing of the pool, and does not even implement Serializable: kryo-graph asks for nothing. */
    public record Parcel(String to, int grams) {}

    /** A price list; a function that captures one takes it along. */
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

    /** A codec that carries functions sends the lambda itself, once to each worker, with what it captured. */
    private static void functions() throws Exception {
        Codec codec = codec("kryo-graph");
        Tariff tariff = new Tariff(300, 120);
        try (Pool pool = Pool.over(codec).workers(2).open()) {
            Job<Parcel, Integer> price = pool.job(tariff::cents, Shape.of(Parcel.class), Shape.of(Integer.class));
            System.out.println("by function: " + price.map(PARCELS));
        }
    }

    /** What a worker looks up by its name: any public static method. Nothing of it travels but the name. */
    public static int cents(Parcel parcel) {
        return new Tariff(300, 120).cents(parcel);
    }

    /** A codec that carries data only is as good, when the work has a name. */
    private static void names() throws Exception {
        Codec codec = codec("jackson-json");
        try (Pool pool = Pool.over(codec).workers(2).open()) {
            Job<Parcel, Integer> price = pool.named(
                    Named.method(PoolExample.class, "cents"), Shape.of(Parcel.class), Shape.of(Integer.class));
            System.out.println("by name: " + price.map(PARCELS));
        }
    }

    /** Four things go wrong, each told by a type of its own; what else is asked of the pool is done all the same. */
    private static void failures() throws Exception {
        try (Pool pool = Pool.over(codec("kryo-graph")).workers(2).open()) {
            Shape<Integer> number = Shape.of(Integer.class);

            // The task throws: the exception comes back as the cause, with its own type and the worker's stack.
            Job<Integer, Integer> inverse = pool.job(n -> 1000 / n, number, number);
            try (Results<Integer> outcomes = inverse.mapUnordered(List.of(0))) {
                tell("a task that throws", outcomes.next());
            }

            // The task ends its worker: nobody waits for ever, the message says how it died, another worker comes up.
            Job<Integer, Integer> exits = pool.job(PoolExample::exit, number, number);
            try (Results<Integer> outcomes = exits.mapUnordered(List.of(7))) {
                tell("a task that ends its worker", outcomes.next());
            }

            // The task takes too long: only killing its worker stops it, so that is what the limit does.
            Job<Integer, Integer> sleeps =
                    pool.job(PoolExample::sleep, number, number).timeout(Duration.ofMillis(200));
            try (Results<Integer> outcomes = sleeps.mapUnordered(List.of(3600))) {
                tell("a task that takes too long", outcomes.next());
            }

            // The result does not travel: a thread belongs to its process.
            Job<Integer, Object> threads = pool.job(n -> Thread.currentThread(), number, Shape.of(Object.class));
            try (Results<Object> outcomes = threads.mapUnordered(List.of(1))) {
                tell("a result that does not travel", outcomes.next());
            }

            System.out.println("and after all that: " + inverse.map(List.of(1, 2, 4)));
        }
    }

    /** Arguments are taken from the iterator as results are taken from the pool: it may as well have no end. */
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
            System.out.println("the first of endless squares:" + first);
        }
    }

    /** One type for each thing that can be done about it. */
    private static void tell(String what, TaskOutcome<?> outcome) {
        PoolException failure = outcome.failure();
        String told;
        if (failure == null) {
            told = "returned " + outcome.value();
        } else if (failure instanceof TaskException) {
            told = "look into the task: " + failure.getCause();
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
