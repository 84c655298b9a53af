package dev.pipemark.codecs.flatbuffers;

import com.google.flatbuffers.FlatBufferBuilder;
import dev.pipemark.codecs.flatbuffers.schema.CustomerTable;
import dev.pipemark.codecs.flatbuffers.schema.DecimalTable;
import dev.pipemark.codecs.flatbuffers.schema.ImageTable;
import dev.pipemark.codecs.flatbuffers.schema.LineTable;
import dev.pipemark.codecs.flatbuffers.schema.MediaContentTable;
import dev.pipemark.codecs.flatbuffers.schema.MediaTable;
import dev.pipemark.codecs.flatbuffers.schema.OrderTable;
import dev.pipemark.codecs.flatbuffers.schema.PlayerEnum;
import dev.pipemark.codecs.flatbuffers.schema.ReadingTable;
import dev.pipemark.codecs.flatbuffers.schema.ReadingsTable;
import dev.pipemark.codecs.flatbuffers.schema.SizeEnum;
import dev.pipemark.codecs.flatbuffers.schema.StatusEnum;
import dev.pipemark.codecs.flatbuffers.schema.TimestampStruct;
import dev.pipemark.codecs.shared.Mapped;
import dev.pipemark.model.Image;
import dev.pipemark.model.Media;
import dev.pipemark.model.MediaContent;
import dev.pipemark.model.Order;
import dev.pipemark.model.Reading;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes the model's classes as tables of the schema, and reads them. A table holds the offsets of its texts, lists and
 * tables, so these are written before it.
 */
final class FlatbuffersMappings {
    private FlatbuffersMappings() {}

    static FlatbuffersMapping<?> of(Mapped shape) {
        return switch (shape) {
            case MEDIA_CONTENT -> new OfMediaContent();
            case ORDER -> new OfOrder();
            case READING -> new OfReading();
            case READINGS -> new OfReadings();
        };
    }

    private static final class OfReading implements FlatbuffersMapping<Reading> {
        private final ReadingTable table = new ReadingTable();

        @Override
        public int write(Reading reading, FlatBufferBuilder to) {
            int unit = to.createString(reading.unit());
            return ReadingTable.createReadingTable(to, reading.sensor(), reading.timestamp(), reading.value(), unit);
        }

        @Override
        public Reading read(ByteBuffer from) throws IOException {
            return reading(ReadingTable.getRootAsReadingTable(from, table));
        }

        static Reading reading(ReadingTable table) throws IOException {
            return new Reading(table.sensor(), table.timestamp(), table.value(), present(table.unit(), "unit"));
        }
    }

    private static final class OfReadings implements FlatbuffersMapping<List<Reading>> {
        private final OfReading reading = new OfReading();
        private final ReadingsTable table = new ReadingsTable();
        private final ReadingTable element = new ReadingTable();

        @Override
        public int write(List<Reading> readings, FlatBufferBuilder to) {
            int[] elements = new int[readings.size()];
            int i = 0;
            for (Reading each : readings) {
                elements[i++] = reading.write(each, to);
            }
            return ReadingsTable.createReadingsTable(to, ReadingsTable.createReadingsVector(to, elements));
        }

        @Override
        public List<Reading> read(ByteBuffer from) throws IOException {
            ReadingsTable.getRootAsReadingsTable(from, table);
            int count = count(table.readingsLength(), from);
            List<Reading> readings = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                readings.add(OfReading.reading(table.readings(element, i)));
            }
            return readings;
        }
    }

    private static final class OfMediaContent implements FlatbuffersMapping<MediaContent> {
        private final MediaContentTable table = new MediaContentTable();
        private final MediaTable mediaTable = new MediaTable();
        private final ImageTable imageTable = new ImageTable();

        @Override
        public int write(MediaContent content, FlatBufferBuilder to) {
            int[] images = new int[content.images.size()];
            int i = 0;
            for (Image image : content.images) {
                images[i++] = write(image, to);
            }
            int imagesVector = MediaContentTable.createImagesVector(to, images);
            return MediaContentTable.createMediaContentTable(to, write(content.media, to), imagesVector);
        }

        private static int write(Media media, FlatBufferBuilder to) {
            int[] persons = new int[media.persons.size()];
            int i = 0;
            for (String person : media.persons) {
                persons[i++] = to.createString(person);
            }
            int personsVector = MediaTable.createPersonsVector(to, persons);
            int uri = to.createString(media.uri);
            int title = optional(media.title, to);
            int format = to.createString(media.format);
            int copyright = optional(media.copyright, to);
            return MediaTable.createMediaTable(
                    to,
                    uri,
                    title,
                    media.width,
                    media.height,
                    format,
                    media.duration,
                    media.size,
                    media.bitrate,
                    media.hasBitrate,
                    personsVector,
                    switch (media.player) {
                        case JAVA -> PlayerEnum.JAVA;
                        case FLASH -> PlayerEnum.FLASH;
                    },
                    copyright);
        }

        private static int write(Image image, FlatBufferBuilder to) {
            int uri = to.createString(image.uri);
            int title = optional(image.title, to);
            return ImageTable.createImageTable(
                    to,
                    uri,
                    title,
                    image.width,
                    image.height,
                    switch (image.size) {
                        case SMALL -> SizeEnum.SMALL;
                        case LARGE -> SizeEnum.LARGE;
                    });
        }

        @Override
        public MediaContent read(ByteBuffer from) throws IOException {
            MediaContentTable.getRootAsMediaContentTable(from, table);
            MediaContent content = new MediaContent();
            content.media = media(present(table.media(mediaTable), "media"), from);
            int count = count(table.imagesLength(), from);
            content.images = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                content.images.add(image(table.images(imageTable, i)));
            }
            return content;
        }

        private static Media media(MediaTable table, ByteBuffer from) throws IOException {
            Media media = new Media();
            media.uri = present(table.uri(), "uri");
            media.title = table.title();
            media.width = table.width();
            media.height = table.height();
            media.format = present(table.format(), "format");
            media.duration = table.duration();
            media.size = table.size();
            media.bitrate = table.bitrate();
            media.hasBitrate = table.hasBitrate();
            int count = count(table.personsLength(), from);
            media.persons = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                media.persons.add(table.persons(i));
            }
            media.player = switch (table.player()) {
                case PlayerEnum.JAVA -> Media.Player.JAVA;
                case PlayerEnum.FLASH -> Media.Player.FLASH;
                default -> throw unknown(table.player(), "player");
            };
            media.copyright = table.copyright();
            return media;
        }

        private static Image image(ImageTable table) throws IOException {
            Image image = new Image();
            image.uri = present(table.uri(), "uri");
            image.title = table.title();
            image.width = table.width();
            image.height = table.height();
            image.size = switch (table.size()) {
                case SizeEnum.SMALL -> Image.Size.SMALL;
                case SizeEnum.LARGE -> Image.Size.LARGE;
                default -> throw unknown(table.size(), "size");
            };
            return image;
        }
    }

    private static final class OfOrder implements FlatbuffersMapping<Order> {
        private final OrderTable table = new OrderTable();
        private final CustomerTable customerTable = new CustomerTable();
        private final LineTable lineTable = new LineTable();
        private final DecimalTable decimalTable = new DecimalTable();
        private final TimestampStruct timestamp = new TimestampStruct();

        @Override
        public int write(Order order, FlatBufferBuilder to) {
            int[] lines = new int[order.lines().size()];
            int i = 0;
            for (Order.Line line : order.lines()) {
                int price = write(line.price(), to);
                lines[i++] = LineTable.createLineTable(to, to.createString(line.article()), line.quantity(), price);
            }
            int linesVector = OrderTable.createLinesVector(to, lines);
            int customer = write(order.customer(), to);
            int total = write(order.total(), to);
            int note = optional(order.note(), to);
            OrderTable.startOrderTable(to);
            OrderTable.addId(to, order.id());
            OrderTable.addCustomer(to, customer);
            OrderTable.addStatus(
                    to,
                    switch (order.status()) {
                        case PLACED -> StatusEnum.PLACED;
                        case PAID -> StatusEnum.PAID;
                        case SHIPPED -> StatusEnum.SHIPPED;
                        case RETURNED -> StatusEnum.RETURNED;
                    });
            // A struct is a part of its table, so it is written together with the table.
            OrderTable.addPlaced(
                    to,
                    TimestampStruct.createTimestampStruct(
                            to, order.placed().getEpochSecond(), order.placed().getNano()));
            OrderTable.addTotal(to, total);
            OrderTable.addLines(to, linesVector);
            OrderTable.addNote(to, note);
            return OrderTable.endOrderTable(to);
        }

        private static int write(Order.Customer customer, FlatBufferBuilder to) {
            int name = to.createString(customer.name());
            int email = to.createString(customer.email());
            return CustomerTable.createCustomerTable(to, name, email, to.createString(customer.city()));
        }

        private static int write(BigDecimal decimal, FlatBufferBuilder to) {
            int unscaled = DecimalTable.createUnscaledVector(
                    to, decimal.unscaledValue().toByteArray());
            return DecimalTable.createDecimalTable(to, unscaled, decimal.scale());
        }

        @Override
        public Order read(ByteBuffer from) throws IOException {
            OrderTable.getRootAsOrderTable(from, table);
            ByteBuffer view = from.duplicate();
            CustomerTable customer = present(table.customer(customerTable), "customer");
            int count = count(table.linesLength(), from);
            List<Order.Line> lines = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                LineTable line = table.lines(lineTable, i);
                lines.add(new Order.Line(
                        present(line.article(), "article"),
                        line.quantity(),
                        decimal(line.price(decimalTable), "price", view)));
            }
            Order.Status status = switch (table.status()) {
                case StatusEnum.PLACED -> Order.Status.PLACED;
                case StatusEnum.PAID -> Order.Status.PAID;
                case StatusEnum.SHIPPED -> Order.Status.SHIPPED;
                case StatusEnum.RETURNED -> Order.Status.RETURNED;
                default -> throw unknown(table.status(), "status");
            };
            return new Order(
                    table.id(),
                    new Order.Customer(
                            present(customer.name(), "name"),
                            present(customer.email(), "email"),
                            present(customer.city(), "city")),
                    status,
                    instant(present(table.placed(timestamp), "placed")),
                    decimal(table.total(decimalTable), "total", view),
                    lines,
                    table.note());
        }

        /** Reads the digits in place. The view of the message shows only them afterwards. */
        private static BigDecimal decimal(@Nullable DecimalTable table, String field, ByteBuffer view)
                throws IOException {
            DecimalTable decimal = present(table, field);
            if (decimal.unscaledLength() == 0) {
                throw lacks("unscaled");
            }
            ByteBuffer unscaled = decimal.unscaledInByteBuffer(view);
            int start = unscaled.arrayOffset() + unscaled.position();
            return new BigDecimal(new BigInteger(unscaled.array(), start, unscaled.remaining()), decimal.scale());
        }

        private static Instant instant(TimestampStruct struct) throws IOException {
            try {
                return Instant.ofEpochSecond(struct.seconds(), struct.nanos());
            } catch (DateTimeException | ArithmeticException e) {
                throw new IOException("not an instant: " + e.getMessage());
            }
        }
    }

    /** Writes a text, or no field for {@code null}: an offset of zero is the default. */
    private static int optional(@Nullable String text, FlatBufferBuilder to) {
        return text == null ? 0 : to.createString(text);
    }

    /** Returns the length of a vector of offsets. Refuses one that the message cannot contain. */
    private static int count(int claimed, ByteBuffer message) throws IOException {
        if (claimed < 0 || (long) claimed * Integer.BYTES > message.limit()) {
            throw new IOException(
                    "a message of " + message.limit() + " bytes cannot have a vector of " + claimed + " elements");
        }
        return claimed;
    }

    private static <V> V present(@Nullable V value, String field) throws IOException {
        if (value == null) {
            throw lacks(field);
        }
        return value;
    }

    private static IOException lacks(String field) {
        return new IOException("a message lacks its field '" + field + "'");
    }

    private static IOException unknown(byte number, String field) {
        return new IOException("no constant of '" + field + "' has the number " + number);
    }
}
