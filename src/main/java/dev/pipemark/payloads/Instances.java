package dev.pipemark.payloads;

import dev.pipemark.api.Family;
import dev.pipemark.api.Payload;
import dev.pipemark.api.Shape;
import dev.pipemark.api.TypeOf;
import dev.pipemark.model.Event;
import dev.pipemark.model.Figure;
import dev.pipemark.model.Image;
import dev.pipemark.model.Media;
import dev.pipemark.model.MediaContent;
import dev.pipemark.model.Order;
import dev.pipemark.model.Reading;
import dev.pipemark.model.Station;
import dev.pipemark.model.Tree;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Objects of the model's classes. */
final class Instances {
    private static final String[] UNITS = {"°C", "hPa", "%", "m/s", "lx"};
    private static final int TREE_NODES = 63;
    private static final int FIGURES = 50;

    private Instances() {}

    static List<Payload<?>> all() {
        return List.of(
                instance("reading", Shape.of(Reading.class, String.class), Instances::reading),
                new MediaContents(Shape.of(
                        MediaContent.class,
                        Media.class,
                        Media.Player.class,
                        Image.class,
                        Image.Size.class,
                        ArrayList.class,
                        String.class)),
                instance(
                        "order",
                        Shape.of(
                                Order.class,
                                Order.Customer.class,
                                Order.Status.class,
                                Order.Line.class,
                                Instant.class,
                                BigDecimal.class,
                                ArrayList.class,
                                String.class),
                        Instances::order),
                instance(
                        "figures",
                        Shape.of(
                                new TypeOf<List<Figure>>() {},
                                ArrayList.class,
                                Figure.Circle.class,
                                Figure.Rectangle.class,
                                Figure.Label.class,
                                String.class),
                        random -> list(FIGURES, () -> figure(random))),
                instance("tree", Shape.of(Tree.class, String.class), random -> tree(random, TREE_NODES)),
                new Data<>(
                        "graph",
                        Family.INSTANCES,
                        Shape.of(Station.class, ArrayList.class, String.class),
                        seed -> Graphs.create(new SplitMix64(seed)),
                        Graphs::same),
                instance(
                        "readings-1000",
                        Shape.of(new TypeOf<List<Reading>>() {}, ArrayList.class, Reading.class, String.class),
                        random -> list(1000, () -> reading(random))),
                instance(
                        "events",
                        Shape.of(
                                Event.class,
                                Event.Opened.class,
                                Event.Changed.class,
                                Event.Moved.class,
                                Event.Closed.class,
                                String.class),
                        Instances::event));
    }

    private static <T> Payload<T> instance(String id, Shape<T> shape, Function<SplitMix64, T> generator) {
        return Data.of(Family.INSTANCES, id, shape, generator);
    }

    /** Units are constants, as in a typical program, so a list of readings shares them. */
    static Reading reading(SplitMix64 random) {
        return new Reading(
                random.below(10_000),
                1_700_000_000_000L + random.below(Integer.MAX_VALUE),
                random.between(-4000, 110_000) / 100.0,
                random.oneOf(UNITS));
    }

    private static Order order(SplitMix64 random) {
        List<Order.Line> lines = list(random.between(2, 5), () -> line(random));
        BigDecimal total = lines.stream()
                .map(line -> line.price().multiply(BigDecimal.valueOf(line.quantity())))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        String name = Text.name(random, 4, 9);
        return new Order(
                random.next() >>> 20,
                new Order.Customer(
                        name + " " + Text.name(random, 4, 12),
                        name + random.below(1000) + "@example.org",
                        Text.name(random, 4, 14)),
                random.oneOf(Order.Status.values()),
                // Microseconds, the precision of the system clock.
                Instant.ofEpochSecond(1_700_000_000L + random.below(100_000_000), 1000L * random.below(1_000_000)),
                total,
                lines,
                note(random));
    }

    private static Order.Line line(SplitMix64 random) {
        return new Order.Line(
                "A-" + Text.ascii(random, 8), random.between(1, 12), BigDecimal.valueOf(random.between(99, 99_999), 2));
    }

    private static @Nullable String note(SplitMix64 random) {
        return random.chance(3) ? null : Text.unicode(random, 40);
    }

    private static Figure figure(SplitMix64 random) {
        double x = random.unit() * 1000;
        double y = random.unit() * 1000;
        return switch (random.below(3)) {
            case 0 -> new Figure.Circle(x, y, random.unit() * 100);
            case 1 -> new Figure.Rectangle(x, y, random.unit() * 100, random.unit() * 100);
            default -> new Figure.Label(x, y, Text.ascii(random, 5, 20));
        };
    }

    /**
     * Returns a tree with this many nodes. Neither side has more than three quarters of them, which bounds the depth.
     */
    private static Tree tree(SplitMix64 random, int nodes) {
        int below = nodes - 1;
        int left = random.between(below / 4, below - below / 4);
        return new Tree(
                random.magnitude(), Text.name(random, 4, 10), branch(random, left), branch(random, below - left));
    }

    private static @Nullable Tree branch(SplitMix64 random, int nodes) {
        return nodes == 0 ? null : tree(random, nodes);
    }

    private static Event event(SplitMix64 random) {
        String path = "/" + Text.name(random, 4, 8) + "/" + Text.name(random, 4, 12);
        long at = 1_700_000_000_000L + random.below(Integer.MAX_VALUE);
        return switch (random.below(4)) {
            case 0 -> new Event.Opened(path, at);
            case 1 -> new Event.Changed(path, random.between(1, 5000), Text.ascii(random, 10, 60));
            case 2 -> new Event.Moved(path, path + Text.ascii(random, 3), random.chance(2));
            default -> new Event.Closed(at);
        };
    }

    private static <T> List<T> list(int size, Supplier<T> element) {
        List<T> list = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            list.add(element.get());
        }
        return list;
    }
}
