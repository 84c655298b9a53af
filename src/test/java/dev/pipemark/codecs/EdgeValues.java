package dev.pipemark.codecs;

import dev.pipemark.api.Coder;
import dev.pipemark.api.Frame;
import dev.pipemark.api.Shape;
import dev.pipemark.api.TypeOf;
import dev.pipemark.model.Image;
import dev.pipemark.model.Media;
import dev.pipemark.model.MediaContent;
import dev.pipemark.model.Order;
import dev.pipemark.model.Reading;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Values at the limits of the model's classes. */
public final class EdgeValues {
    public static final Shape<MediaContent> MEDIA_CONTENT = Shape.of(
            MediaContent.class, Media.class, Media.Player.class, Image.class, Image.Size.class, ArrayList.class);
    public static final Shape<Order> ORDER = Shape.of(
            Order.class,
            Order.Customer.class,
            Order.Status.class,
            Order.Line.class,
            Instant.class,
            BigDecimal.class,
            ArrayList.class);
    static final Shape<Reading> READING = Shape.of(Reading.class, String.class);
    public static final Shape<List<Reading>> READINGS =
            Shape.of(new TypeOf<List<Reading>>() {}, ArrayList.class, Reading.class, String.class);

    /** Characters of one, two, three and four bytes in UTF-8, a combining mark, a zero and a line separator. */
    public static final String UNICODE = "aé€😀e\u0301\0\u2028\"\\\n";

    private EdgeValues() {}

    public static <T> T roundTrip(Coder<T> coder, T value) throws Exception {
        Frame frame = new Frame();
        coder.encode(value, frame);
        return coder.decode(frame);
    }

    /** The field values for which encoded sizes of media content are published. */
    static MediaContent published() {
        MediaContent content = new MediaContent();
        content.media.uri = "http://javaone.com/keynote.mpg";
        content.media.title = "Javaone Keynote";
        content.media.width = 640;
        content.media.height = 480;
        content.media.format = "video/mpg4";
        content.media.duration = 18_000_000;
        content.media.size = 58_982_400;
        content.media.bitrate = 262_144;
        content.media.hasBitrate = true;
        content.media.persons = new ArrayList<>(List.of("Bill Gates", "Steve Jobs\uC2A4"));
        content.media.player = Media.Player.JAVA;
        content.images = new ArrayList<>(List.of(
                image("http://javaone.com/keynote_large.jpg", 1024, 768, Image.Size.LARGE),
                image("http://javaone.com/keynote_small.jpg", 320, 240, Image.Size.SMALL)));
        return content;
    }

    private static Image image(String uri, int width, int height, Image.Size size) {
        Image image = new Image();
        image.uri = uri;
        image.title = "Javaone Keynote";
        image.width = width;
        image.height = height;
        image.size = size;
        return image;
    }

    public static List<MediaContent> mediaContents() {
        MediaContent extreme = published();
        extreme.media.uri = "";
        extreme.media.title = null;
        extreme.media.copyright = UNICODE.repeat(300);
        extreme.media.width = Integer.MIN_VALUE;
        extreme.media.height = Integer.MAX_VALUE;
        extreme.media.duration = Long.MIN_VALUE;
        extreme.media.size = Long.MAX_VALUE;
        extreme.media.bitrate = -1;
        extreme.media.hasBitrate = false;
        extreme.media.player = Media.Player.FLASH;
        extreme.images.get(1).title = null;
        MediaContent empty = new MediaContent();
        return List.of(published(), extreme, empty);
    }

    public static List<Order> orders() {
        List<Order> orders = new ArrayList<>();
        for (BigDecimal decimal : List.of(
                new BigDecimal("0"),
                new BigDecimal("12.340"),
                new BigDecimal("-0.00"),
                new BigDecimal("7E+5"),
                new BigDecimal(BigInteger.TWO.pow(200).negate(), 40),
                new BigDecimal(BigInteger.ONE, 200))) {
            orders.add(order(decimal, Instant.ofEpochSecond(1_700_000_000L, 123_456_789), null));
        }
        for (Instant instant : List.of(
                Instant.EPOCH,
                Instant.MIN,
                Instant.MAX,
                Instant.ofEpochSecond(-1, 1),
                Instant.parse("0000-01-01T00:00:00.000000001Z"),
                Instant.ofEpochSecond(1L << 34, 999_999_999))) {
            orders.add(order(BigDecimal.ONE, instant, UNICODE));
        }
        Order plain = orders.get(0);
        orders.add(new Order(
                Long.MIN_VALUE,
                new Order.Customer("", "", ""),
                Order.Status.RETURNED,
                plain.placed(),
                plain.total(),
                List.of(),
                ""));
        return orders;
    }

    /** The orders with an instant that a timestamp of Protocol Buffers may hold: of the years 1 to 9999. */
    public static List<Order> ordersWithTimestamp() {
        return orders().stream()
                .filter(order -> !order.placed().isBefore(Instant.parse("0001-01-01T00:00:00Z"))
                        && order.placed().isBefore(Instant.parse("+10000-01-01T00:00:00Z")))
                .toList();
    }

    private static Order order(BigDecimal decimal, Instant instant, @Nullable String note) {
        return new Order(
                42,
                new Order.Customer(UNICODE, "a@example.org", "Łódź"),
                Order.Status.PAID,
                instant,
                decimal,
                List.of(new Order.Line("A-1", Integer.MIN_VALUE, decimal), new Order.Line("", 0, BigDecimal.TEN)),
                note);
    }

    public static List<Reading> readings() {
        List<Reading> readings = new ArrayList<>();
        for (double value : new double[] {
            0, -0.0, 1.5, Double.MIN_VALUE, Double.MAX_VALUE, Double.NaN, Double.NEGATIVE_INFINITY, 0.1 + 0.2
        }) {
            readings.add(new Reading(Integer.MIN_VALUE, Long.MAX_VALUE, value, UNICODE));
        }
        readings.add(new Reading(-1, -1, 1, ""));
        readings.add(new Reading(0, 0, 0, "°C"));
        return readings;
    }
}
