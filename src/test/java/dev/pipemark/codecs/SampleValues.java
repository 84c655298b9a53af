package dev.pipemark.codecs;

import dev.pipemark.api.Shape;
import dev.pipemark.api.TypeOf;
import dev.pipemark.api.Use;
import dev.pipemark.model.Call;
import dev.pipemark.model.Event;
import dev.pipemark.model.Figure;
import dev.pipemark.model.Image;
import dev.pipemark.model.Media;
import dev.pipemark.model.MediaContent;
import dev.pipemark.model.Order;
import dev.pipemark.model.Reading;
import dev.pipemark.model.Station;
import dev.pipemark.model.Tree;
import dev.pipemark.model.Tuple;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;

/** One value of each kind that the suite sends, except functions. */
final class SampleValues {
    private SampleValues() {}

    static List<Sample<?>> all() {
        List<Sample<?>> samples = new ArrayList<>(scalars());
        samples.addAll(containers());
        samples.addAll(instances());
        return samples;
    }

    static List<Sample<?>> scalars() {
        return List.of(
                Sample.data("boolean", Shape.of(Boolean.class), true),
                Sample.data("int", Shape.of(Integer.class), -123_456),
                Sample.data("long", Shape.of(Long.class), Long.MIN_VALUE + 5),
                Sample.data("double", Shape.of(Double.class), -0.1e-300),
                Sample.anyClass("char", Shape.of(Character.class), 'ß'),
                Sample.data("ascii", Shape.of(String.class), "a short string"),
                Sample.data("unicode", Shape.of(String.class), "Grüße, 世界, 🙂 ".repeat(60)),
                Sample.data(
                        "big-integer",
                        Shape.of(BigInteger.class),
                        BigInteger.TWO.pow(64).subtract(BigInteger.TWO)),
                Sample.anyClass("big-decimal", Shape.of(BigDecimal.class), new BigDecimal("-12345678901234567890.120")),
                Sample.data("instant", Shape.of(Instant.class), Instant.ofEpochSecond(1_700_000_000L, 123_456_789)),
                array("bytes", byte[].class, new byte[] {0, 1, -1, 127, -128}, Arrays::equals),
                array(
                        "many-bytes",
                        byte[].class,
                        "pipe".repeat(20_000).getBytes(java.nio.charset.StandardCharsets.UTF_8),
                        Arrays::equals));
    }

    static List<Sample<?>> containers() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("name", "nested");
        document.put("count", 3);
        document.put("ratio", 0.75);
        document.put("flags", new ArrayList<>(List.of(true, false)));
        document.put("nothing", null);
        document.put("inner", new LinkedHashMap<>(Map.of("deep", new ArrayList<>(List.of(Map.of("x", 1), "y")))));
        return List.of(
                array(
                        "int-array",
                        int[].class,
                        IntStream.range(-500, 500).map(i -> i * i * i).toArray(),
                        Arrays::equals),
                array(
                        "double-array",
                        double[].class,
                        new double[] {0, -0.0, Math.PI, Double.MAX_VALUE},
                        Arrays::equals),
                array("int-matrix", int[][].class, new int[][] {{1, 2}, {}, {-3, 1 << 30}}, Arrays::deepEquals),
                array("strings", String[].class, new String[] {"a", "", "ü"}, Arrays::equals),
                Sample.data(
                        "integers",
                        Shape.of(new TypeOf<List<Integer>>() {}, ArrayList.class, Integer.class),
                        new ArrayList<>(IntStream.range(0, 10_000).boxed().toList())),
                Sample.data("fixed-integers", Shape.of(new TypeOf<List<Integer>>() {}), List.of(1, 2, 3)),
                Sample.data("array-backed", Shape.of(new TypeOf<List<String>>() {}), Arrays.asList("x", null, "y")),
                Sample.data(
                        "string-list",
                        Shape.of(new TypeOf<List<String>>() {}, ArrayList.class, String.class),
                        new ArrayList<>(List.of("one", "two", "three"))),
                Sample.data(
                        "string-to-int",
                        Shape.of(new TypeOf<Map<String, Integer>>() {}, HashMap.class),
                        new HashMap<>(Map.of("a", 1, "b", -70_000))),
                Sample.data(
                        "int-to-string",
                        Shape.of(new TypeOf<Map<Integer, String>>() {}, HashMap.class),
                        new HashMap<>(Map.of(1, "a", 1_000_000, "b"))),
                Sample.data(
                        "string-set",
                        Shape.of(new TypeOf<Set<String>>() {}, HashSet.class),
                        new HashSet<>(Set.of("red", "green"))),
                Sample.data(
                        "document",
                        Shape.of(new TypeOf<Map<String, Object>>() {}, LinkedHashMap.class, ArrayList.class),
                        document));
    }

    static List<Sample<?>> instances() {
        return List.of(
                Sample.anyClass("tuple", Shape.of(Tuple.class), new Tuple(7, "seven", 7.7)),
                Sample.record("reading", Shape.of(Reading.class), reading(1)),
                Sample.record(
                        "readings",
                        Shape.of(new TypeOf<List<Reading>>() {}, ArrayList.class, Reading.class),
                        new ArrayList<>(IntStream.range(0, 1000)
                                .mapToObj(SampleValues::reading)
                                .toList())),
                Sample.record(
                        "media-content",
                        Shape.of(
                                MediaContent.class,
                                Media.class,
                                Image.class,
                                ArrayList.class,
                                Media.Player.class,
                                Image.Size.class),
                        mediaContent()),
                Sample.record(
                        "order",
                        Shape.of(
                                Order.class,
                                Order.Customer.class,
                                Order.Status.class,
                                Order.Line.class,
                                Instant.class,
                                BigDecimal.class,
                                ArrayList.class),
                        order()),
                Sample.hierarchy(
                        "figures",
                        Shape.of(
                                new TypeOf<List<Figure>>() {},
                                ArrayList.class,
                                Figure.Circle.class,
                                Figure.Rectangle.class,
                                Figure.Label.class),
                        new ArrayList<>(List.of(
                                new Figure.Circle(1, 2, 3),
                                new Figure.Label(0, 0, "here"),
                                new Figure.Rectangle(1, 2, 3, 4),
                                new Figure.Circle(4, 5, 6)))),
                Sample.hierarchy(
                        "event",
                        Shape.of(
                                Event.class,
                                Event.Opened.class,
                                Event.Changed.class,
                                Event.Moved.class,
                                Event.Closed.class),
                        new Event.Changed("a/b", 12, "text")),
                Sample.anyClass("tree", Shape.of(Tree.class), tree(120)),
                Sample.anyClass(
                        "call",
                        Shape.of(Call.class, ArrayList.class, Long.class),
                        new Call("java.lang.Math", "addExact", new ArrayList<>(List.of(5L)))),
                new Sample<>(
                        "stations",
                        Shape.of(Station.class, ArrayList.class),
                        stations(),
                        SampleValues::sameStations,
                        Set.of(Use.GRAPHS)));
    }

    static Reading reading(int i) {
        return new Reading(i, 1_700_000_000_000L + i, i / 7.0, i % 2 == 0 ? "°C" : "hPa");
    }

    private static MediaContent mediaContent() {
        MediaContent content = new MediaContent();
        content.media.uri = "http://example.org/keynote.mpg";
        content.media.title = "Keynote";
        content.media.width = 640;
        content.media.height = 480;
        content.media.format = "video/mpg4";
        content.media.duration = 18_000_000;
        content.media.size = 58_982_400;
        content.media.bitrate = 262_144;
        content.media.hasBitrate = true;
        content.media.persons = new ArrayList<>(List.of("Ada", "Grace"));
        content.media.player = Media.Player.FLASH;
        Image image = new Image();
        image.uri = "http://example.org/keynote.jpg";
        image.title = null;
        image.width = 320;
        image.height = 240;
        image.size = Image.Size.LARGE;
        content.images = new ArrayList<>(List.of(image, new Image()));
        return content;
    }

    private static Order order() {
        return new Order(
                99,
                new Order.Customer("Zoë", "zoe@example.org", "Genève"),
                Order.Status.SHIPPED,
                Instant.ofEpochSecond(1_700_000_000L, 5),
                new BigDecimal("19.90"),
                new ArrayList<>(List.of(new Order.Line("pen", 2, new BigDecimal("9.95")))),
                null);
    }

    private static Tree tree(int depth) {
        Tree tree = new Tree(0, "leaf", null, null);
        for (int i = 1; i < depth; i++) {
            tree = new Tree(i, "node " + i, tree, null);
        }
        return tree;
    }

    private static Station stations() {
        Station here = new Station();
        Station there = new Station();
        here.name = "here";
        there.name = "there";
        here.neighbours.addAll(List.of(there, here, there));
        there.neighbours.add(here);
        return here;
    }

    private static boolean sameStations(Station sent, Object arrived) {
        Station here = (Station) arrived;
        List<Station> neighbours = here.neighbours;
        Station there = neighbours.get(0);
        return here.name.equals(sent.name)
                && neighbours.size() == 3
                && neighbours.get(1) == here
                && neighbours.get(2) == there
                && Objects.equals(there.name, "there")
                && there.neighbours.get(0) == here;
    }

    private static <T> Sample<T> array(String name, Class<T> type, T value, java.util.function.BiPredicate<T, T> same) {
        return new Sample<>(
                name, Shape.of(type), value, (sent, arrived) -> same.test(sent, type.cast(arrived)), Set.of(Use.DATA));
    }
}
