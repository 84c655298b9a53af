package dev.pipemark.codecs.sbe;

import dev.pipemark.codecs.sbe.schema.ImageSize;
import dev.pipemark.codecs.sbe.schema.MediaContentDecoder;
import dev.pipemark.codecs.sbe.schema.MediaContentEncoder;
import dev.pipemark.codecs.sbe.schema.MediaFlagsDecoder;
import dev.pipemark.codecs.sbe.schema.MessageHeaderDecoder;
import dev.pipemark.codecs.sbe.schema.MessageHeaderEncoder;
import dev.pipemark.codecs.sbe.schema.OrderDecoder;
import dev.pipemark.codecs.sbe.schema.OrderEncoder;
import dev.pipemark.codecs.sbe.schema.OrderStatus;
import dev.pipemark.codecs.sbe.schema.Player;
import dev.pipemark.codecs.sbe.schema.ReadingDecoder;
import dev.pipemark.codecs.sbe.schema.ReadingEncoder;
import dev.pipemark.codecs.sbe.schema.ReadingListDecoder;
import dev.pipemark.codecs.sbe.schema.ReadingListEncoder;
import dev.pipemark.codecs.sbe.schema.TimestampDecoder;
import dev.pipemark.codecs.shared.Mapped;
import dev.pipemark.model.Image;
import dev.pipemark.model.Media;
import dev.pipemark.model.MediaContent;
import dev.pipemark.model.Order;
import dev.pipemark.model.Reading;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Writes and reads the model's classes in the order of the schema: first the fields of a block, then its groups, then
 * its texts and bytes. The encoders and decoders require this order and do not check it.
 */
final class SbeMappings {
    private SbeMappings() {}

    static SbeMapping<?> of(Mapped shape) {
        return switch (shape) {
            case MEDIA_CONTENT -> new OfMediaContent();
            case ORDER -> new OfOrder();
            case READING -> new OfReading();
            case READINGS -> new OfReadings();
        };
    }

    private static final class OfReading implements SbeMapping<Reading> {
        private final MessageHeaderEncoder headerEncoder = new MessageHeaderEncoder();
        private final MessageHeaderDecoder headerDecoder = new MessageHeaderDecoder();
        private final ReadingEncoder encoder = new ReadingEncoder();
        private final ReadingDecoder decoder = new ReadingDecoder();
        private final View view = new View();

        @Override
        public int write(Reading reading, MutableDirectBuffer to) {
            encoder.wrapAndApplyHeader(to, 0, headerEncoder)
                    .sensor(reading.sensor())
                    .timestamp(reading.timestamp())
                    .value(reading.value())
                    .unit(reading.unit());
            return encoder.limit();
        }

        @Override
        public long bound(Reading reading) {
            return Lengths.HEADER + ReadingEncoder.BLOCK_LENGTH + Lengths.text(reading.unit());
        }

        @Override
        public Reading read(DirectBuffer from) {
            decoder.wrapAndApplyHeader(from, 0, headerDecoder);
            decoder.wrapUnit(view.buffer);
            return new Reading(decoder.sensor(), decoder.timestamp(), decoder.value(), view.text());
        }
    }

    private static final class OfReadings implements SbeMapping<List<Reading>> {
        private static final int BLOCK = ReadingListEncoder.ReadingsEncoder.sbeBlockLength();

        private final MessageHeaderEncoder headerEncoder = new MessageHeaderEncoder();
        private final MessageHeaderDecoder headerDecoder = new MessageHeaderDecoder();
        private final ReadingListEncoder encoder = new ReadingListEncoder();
        private final ReadingListDecoder decoder = new ReadingListDecoder();
        private final View view = new View();

        @Override
        public int write(List<Reading> readings, MutableDirectBuffer to) {
            ReadingListEncoder.ReadingsEncoder group =
                    encoder.wrapAndApplyHeader(to, 0, headerEncoder).readingsCount(readings.size());
            for (Reading reading : readings) {
                group.next()
                        .sensor(reading.sensor())
                        .timestamp(reading.timestamp())
                        .value(reading.value())
                        .unit(reading.unit());
            }
            return encoder.limit();
        }

        @Override
        public long bound(List<Reading> readings) {
            long bound = Lengths.HEADER + ReadingListEncoder.BLOCK_LENGTH + Lengths.GROUP;
            for (Reading reading : readings) {
                bound += BLOCK + Lengths.text(reading.unit());
            }
            return bound;
        }

        @Override
        public List<Reading> read(DirectBuffer from) throws IOException {
            ReadingListDecoder.ReadingsDecoder group =
                    decoder.wrapAndApplyHeader(from, 0, headerDecoder).readings();
            List<Reading> readings = new ArrayList<>(Lengths.count(group.count(), BLOCK, from.capacity()));
            while (group.hasNext()) {
                group.next().wrapUnit(view.buffer);
                readings.add(new Reading(group.sensor(), group.timestamp(), group.value(), view.text()));
            }
            return readings;
        }
    }

    private static final class OfMediaContent implements SbeMapping<MediaContent> {
        private static final int PERSON = MediaContentEncoder.PersonsEncoder.sbeBlockLength();
        private static final int IMAGE = MediaContentEncoder.ImagesEncoder.sbeBlockLength();

        private final MessageHeaderEncoder headerEncoder = new MessageHeaderEncoder();
        private final MessageHeaderDecoder headerDecoder = new MessageHeaderDecoder();
        private final MediaContentEncoder encoder = new MediaContentEncoder();
        private final MediaContentDecoder decoder = new MediaContentDecoder();
        private final View view = new View();

        @Override
        public int write(MediaContent content, MutableDirectBuffer to) {
            Media media = content.media;
            encoder.wrapAndApplyHeader(to, 0, headerEncoder)
                    .width(media.width)
                    .height(media.height)
                    .duration(media.duration)
                    .size(media.size)
                    .bitrate(media.bitrate)
                    .player(
                            switch (media.player) {
                                case JAVA -> Player.JAVA;
                                case FLASH -> Player.FLASH;
                            })
                    .flags()
                    .clear()
                    .hasBitrate(media.hasBitrate)
                    .hasTitle(media.title != null)
                    .hasCopyright(media.copyright != null);
            MediaContentEncoder.PersonsEncoder persons = encoder.personsCount(media.persons.size());
            for (String person : media.persons) {
                persons.next().name(person);
            }
            MediaContentEncoder.ImagesEncoder images = encoder.imagesCount(content.images.size());
            for (Image image : content.images) {
                write(image, images.next());
            }
            encoder.uri(media.uri)
                    .title(orEmpty(media.title))
                    .format(media.format)
                    .copyright(orEmpty(media.copyright));
            return encoder.limit();
        }

        private static void write(Image image, MediaContentEncoder.ImagesEncoder to) {
            to.width(image.width)
                    .height(image.height)
                    .size(
                            switch (image.size) {
                                case SMALL -> ImageSize.SMALL;
                                case LARGE -> ImageSize.LARGE;
                            })
                    .flags()
                    .clear()
                    .hasTitle(image.title != null);
            to.uri(image.uri).title(orEmpty(image.title));
        }

        @Override
        public long bound(MediaContent content) {
            Media media = content.media;
            long bound = Lengths.HEADER + MediaContentEncoder.BLOCK_LENGTH + 2 * Lengths.GROUP;
            for (String person : media.persons) {
                bound += PERSON + Lengths.text(person);
            }
            for (Image image : content.images) {
                bound += IMAGE + Lengths.text(image.uri) + Lengths.text(image.title);
            }
            return bound
                    + Lengths.text(media.uri)
                    + Lengths.text(media.title)
                    + Lengths.text(media.format)
                    + Lengths.text(media.copyright);
        }

        @Override
        public MediaContent read(DirectBuffer from) throws IOException {
            decoder.wrapAndApplyHeader(from, 0, headerDecoder);
            MediaContent content = new MediaContent();
            Media media = content.media;
            media.width = decoder.width();
            media.height = decoder.height();
            media.duration = decoder.duration();
            media.size = decoder.size();
            media.bitrate = decoder.bitrate();
            media.player = switch (decoder.player()) {
                case JAVA -> Media.Player.JAVA;
                case FLASH -> Media.Player.FLASH;
                case NULL_VAL -> throw lacks("player");
            };
            MediaFlagsDecoder flags = decoder.flags();
            media.hasBitrate = flags.hasBitrate();
            media.persons = persons(decoder.persons(), from.capacity());
            content.images = images(decoder.images(), from.capacity());
            decoder.wrapUri(view.buffer);
            media.uri = view.text();
            decoder.wrapTitle(view.buffer);
            media.title = view.text(flags.hasTitle());
            decoder.wrapFormat(view.buffer);
            media.format = view.text();
            decoder.wrapCopyright(view.buffer);
            media.copyright = view.text(flags.hasCopyright());
            return content;
        }

        private List<String> persons(MediaContentDecoder.PersonsDecoder group, int message) throws IOException {
            List<String> persons = new ArrayList<>(Lengths.count(group.count(), Lengths.TEXT, message));
            while (group.hasNext()) {
                group.next().wrapName(view.buffer);
                persons.add(view.text());
            }
            return persons;
        }

        private List<Image> images(MediaContentDecoder.ImagesDecoder group, int message) throws IOException {
            List<Image> images = new ArrayList<>(Lengths.count(group.count(), IMAGE, message));
            while (group.hasNext()) {
                group.next();
                Image image = new Image();
                image.width = group.width();
                image.height = group.height();
                image.size = switch (group.size()) {
                    case SMALL -> Image.Size.SMALL;
                    case LARGE -> Image.Size.LARGE;
                    case NULL_VAL -> throw lacks("size");
                };
                group.wrapUri(view.buffer);
                image.uri = view.text();
                group.wrapTitle(view.buffer);
                image.title = view.text(group.flags().hasTitle());
                images.add(image);
            }
            return images;
        }

        private static String orEmpty(@Nullable String text) {
            return text == null ? "" : text;
        }
    }

    private static final class OfOrder implements SbeMapping<Order> {
        private static final int LINE = OrderEncoder.LinesEncoder.sbeBlockLength();

        private final MessageHeaderEncoder headerEncoder = new MessageHeaderEncoder();
        private final MessageHeaderDecoder headerDecoder = new MessageHeaderDecoder();
        private final OrderEncoder encoder = new OrderEncoder();
        private final OrderDecoder decoder = new OrderDecoder();
        private final View view = new View();

        @Override
        public int write(Order order, MutableDirectBuffer to) {
            encoder.wrapAndApplyHeader(to, 0, headerEncoder)
                    .id(order.id())
                    .totalScale(order.total().scale())
                    .status(
                            switch (order.status()) {
                                case PLACED -> OrderStatus.PLACED;
                                case PAID -> OrderStatus.PAID;
                                case SHIPPED -> OrderStatus.SHIPPED;
                                case RETURNED -> OrderStatus.RETURNED;
                            })
                    .flags()
                    .clear()
                    .hasNote(order.note() != null);
            encoder.placed()
                    .seconds(order.placed().getEpochSecond())
                    .nanos(order.placed().getNano());
            OrderEncoder.LinesEncoder lines = encoder.linesCount(order.lines().size());
            for (Order.Line line : order.lines()) {
                byte[] price = line.price().unscaledValue().toByteArray();
                lines.next()
                        .quantity(line.quantity())
                        .priceScale(line.price().scale())
                        .article(line.article())
                        .putPriceUnscaled(price, 0, price.length);
            }
            Order.Customer customer = order.customer();
            byte[] total = order.total().unscaledValue().toByteArray();
            encoder.customerName(customer.name())
                    .customerEmail(customer.email())
                    .customerCity(customer.city())
                    .putTotalUnscaled(total, 0, total.length)
                    .note(order.note() == null ? "" : order.note());
            return encoder.limit();
        }

        @Override
        public long bound(Order order) {
            Order.Customer customer = order.customer();
            long bound = Lengths.HEADER + OrderEncoder.BLOCK_LENGTH + Lengths.GROUP;
            for (Order.Line line : order.lines()) {
                bound += LINE + Lengths.text(line.article()) + Lengths.decimal(line.price());
            }
            return bound
                    + Lengths.text(customer.name())
                    + Lengths.text(customer.email())
                    + Lengths.text(customer.city())
                    + Lengths.decimal(order.total())
                    + Lengths.text(order.note());
        }

        @Override
        public Order read(DirectBuffer from) throws IOException {
            decoder.wrapAndApplyHeader(from, 0, headerDecoder);
            Order.Status status = switch (decoder.status()) {
                case PLACED -> Order.Status.PLACED;
                case PAID -> Order.Status.PAID;
                case SHIPPED -> Order.Status.SHIPPED;
                case RETURNED -> Order.Status.RETURNED;
                case NULL_VAL -> throw lacks("status");
            };
            Instant placed = instant(decoder.placed());
            List<Order.Line> lines = lines(decoder.lines(), from.capacity());
            decoder.wrapCustomerName(view.buffer);
            String name = view.text();
            decoder.wrapCustomerEmail(view.buffer);
            String email = view.text();
            decoder.wrapCustomerCity(view.buffer);
            Order.Customer customer = new Order.Customer(name, email, view.text());
            decoder.wrapTotalUnscaled(view.buffer);
            BigDecimal total = view.decimal(decoder.totalScale());
            decoder.wrapNote(view.buffer);
            String note = view.text(decoder.flags().hasNote());
            return new Order(decoder.id(), customer, status, placed, total, lines, note);
        }

        private List<Order.Line> lines(OrderDecoder.LinesDecoder group, int message) throws IOException {
            List<Order.Line> lines = new ArrayList<>(Lengths.count(group.count(), LINE, message));
            while (group.hasNext()) {
                group.next().wrapArticle(view.buffer);
                String article = view.text();
                group.wrapPriceUnscaled(view.buffer);
                lines.add(new Order.Line(article, group.quantity(), view.decimal(group.priceScale())));
            }
            return lines;
        }

        private static Instant instant(TimestampDecoder decoder) throws IOException {
            try {
                return Instant.ofEpochSecond(decoder.seconds(), decoder.nanos());
            } catch (DateTimeException | ArithmeticException e) {
                throw new IOException("not an instant: " + e.getMessage());
            }
        }
    }

    /**
     * The bytes of one text or decimal in the message. The generated getters for strings allocate an array of the stated
     * length before they check whether the message is long enough. A view is checked against the message first.
     */
    private static final class View {
        final UnsafeBuffer buffer = new UnsafeBuffer();

        String text() {
            return buffer.getStringWithoutLengthUtf8(0, buffer.capacity());
        }

        @Nullable
        String text(boolean present) {
            return present ? text() : null;
        }

        BigDecimal decimal(int scale) throws IOException {
            if (buffer.capacity() == 0) {
                throw lacks("unscaled");
            }
            byte[] unscaled = new byte[buffer.capacity()];
            buffer.getBytes(0, unscaled);
            return new BigDecimal(new BigInteger(unscaled), scale);
        }
    }

    private static IOException lacks(String field) {
        return new IOException("a message lacks its field '" + field + "'");
    }
}
