package dev.pipemark.codecs.protobuf;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Parser;
import com.google.protobuf.Timestamp;
import dev.pipemark.codecs.protobuf.schema.Wire;
import dev.pipemark.codecs.shared.Mapped;
import dev.pipemark.model.Image;
import dev.pipemark.model.Media;
import dev.pipemark.model.MediaContent;
import dev.pipemark.model.Order;
import dev.pipemark.model.Reading;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Converts the model's classes to messages of the schema, and back. */
final class ProtobufMappings {
    private ProtobufMappings() {}

    static SchemaMapping<?, ?> of(Mapped shape) {
        return switch (shape) {
            case MEDIA_CONTENT -> new OfMediaContent();
            case ORDER -> new OfOrder();
            case READING -> new OfReading();
            case READINGS -> new OfReadings();
        };
    }

    private static final class OfReading implements SchemaMapping<Reading, Wire.Reading> {
        @Override
        public Parser<Wire.Reading> parser() {
            return Wire.Reading.parser();
        }

        @Override
        public Wire.Reading toMessage(Reading reading) {
            return Wire.Reading.newBuilder()
                    .setSensor(reading.sensor())
                    .setTimestamp(reading.timestamp())
                    .setValue(reading.value())
                    .setUnit(reading.unit())
                    .build();
        }

        @Override
        public Reading fromMessage(Wire.Reading message) {
            return new Reading(message.getSensor(), message.getTimestamp(), message.getValue(), message.getUnit());
        }
    }

    private static final class OfReadings implements SchemaMapping<List<Reading>, Wire.Readings> {
        private final OfReading reading = new OfReading();

        @Override
        public Parser<Wire.Readings> parser() {
            return Wire.Readings.parser();
        }

        @Override
        public Wire.Readings toMessage(List<Reading> readings) {
            Wire.Readings.Builder message = Wire.Readings.newBuilder();
            for (Reading each : readings) {
                message.addReadings(reading.toMessage(each));
            }
            return message.build();
        }

        @Override
        public List<Reading> fromMessage(Wire.Readings message) {
            List<Reading> readings = new ArrayList<>(message.getReadingsCount());
            for (Wire.Reading each : message.getReadingsList()) {
                readings.add(reading.fromMessage(each));
            }
            return readings;
        }
    }

    private static final class OfMediaContent implements SchemaMapping<MediaContent, Wire.MediaContent> {
        @Override
        public Parser<Wire.MediaContent> parser() {
            return Wire.MediaContent.parser();
        }

        @Override
        public Wire.MediaContent toMessage(MediaContent content) {
            Wire.MediaContent.Builder message = Wire.MediaContent.newBuilder().setMedia(media(content.media));
            for (Image image : content.images) {
                message.addImages(image(image));
            }
            return message.build();
        }

        @Override
        public MediaContent fromMessage(Wire.MediaContent message) throws InvalidProtocolBufferException {
            MediaContent content = new MediaContent();
            require(message.hasMedia(), "media");
            content.media = media(message.getMedia());
            content.images = new ArrayList<>(message.getImagesCount());
            for (Wire.Image image : message.getImagesList()) {
                content.images.add(image(image));
            }
            return content;
        }

        private static Wire.Media media(Media media) {
            Wire.Media.Builder message = Wire.Media.newBuilder()
                    .setUri(media.uri)
                    .setWidth(media.width)
                    .setHeight(media.height)
                    .setFormat(media.format)
                    .setDuration(media.duration)
                    .setSize(media.size)
                    .setBitrate(media.bitrate)
                    .setHasBitrate(media.hasBitrate)
                    .addAllPersons(media.persons)
                    .setPlayer(
                            switch (media.player) {
                                case JAVA -> Wire.Media.Player.JAVA;
                                case FLASH -> Wire.Media.Player.FLASH;
                            });
            if (media.title != null) {
                message.setTitle(media.title);
            }
            if (media.copyright != null) {
                message.setCopyright(media.copyright);
            }
            return message.build();
        }

        private static Media media(Wire.Media message) throws InvalidProtocolBufferException {
            Media media = new Media();
            media.uri = message.getUri();
            media.title = message.hasTitle() ? message.getTitle() : null;
            media.width = message.getWidth();
            media.height = message.getHeight();
            media.format = message.getFormat();
            media.duration = message.getDuration();
            media.size = message.getSize();
            media.bitrate = message.getBitrate();
            media.hasBitrate = message.getHasBitrate();
            media.persons = new ArrayList<>(message.getPersonsList());
            media.player = switch (message.getPlayer()) {
                case JAVA -> Media.Player.JAVA;
                case FLASH -> Media.Player.FLASH;
                case UNRECOGNIZED -> throw unknown(message.getPlayerValue(), "player");
            };
            media.copyright = message.hasCopyright() ? message.getCopyright() : null;
            return media;
        }

        private static Wire.Image image(Image image) {
            Wire.Image.Builder message = Wire.Image.newBuilder()
                    .setUri(image.uri)
                    .setWidth(image.width)
                    .setHeight(image.height)
                    .setSize(
                            switch (image.size) {
                                case SMALL -> Wire.Image.Size.SMALL;
                                case LARGE -> Wire.Image.Size.LARGE;
                            });
            if (image.title != null) {
                message.setTitle(image.title);
            }
            return message.build();
        }

        private static Image image(Wire.Image message) throws InvalidProtocolBufferException {
            Image image = new Image();
            image.uri = message.getUri();
            image.title = message.hasTitle() ? message.getTitle() : null;
            image.width = message.getWidth();
            image.height = message.getHeight();
            image.size = switch (message.getSize()) {
                case SMALL -> Image.Size.SMALL;
                case LARGE -> Image.Size.LARGE;
                case UNRECOGNIZED -> throw unknown(message.getSizeValue(), "size");
            };
            return image;
        }
    }

    private static final class OfOrder implements SchemaMapping<Order, Wire.Order> {
        @Override
        public Parser<Wire.Order> parser() {
            return Wire.Order.parser();
        }

        @Override
        public Wire.Order toMessage(Order order) {
            Order.Customer customer = order.customer();
            Wire.Order.Builder message = Wire.Order.newBuilder()
                    .setId(order.id())
                    .setCustomer(Wire.Customer.newBuilder()
                            .setName(customer.name())
                            .setEmail(customer.email())
                            .setCity(customer.city()))
                    .setStatus(
                            switch (order.status()) {
                                case PLACED -> Wire.Order.Status.PLACED;
                                case PAID -> Wire.Order.Status.PAID;
                                case SHIPPED -> Wire.Order.Status.SHIPPED;
                                case RETURNED -> Wire.Order.Status.RETURNED;
                            })
                    .setPlaced(Timestamp.newBuilder()
                            .setSeconds(order.placed().getEpochSecond())
                            .setNanos(order.placed().getNano()))
                    .setTotal(decimal(order.total()));
            for (Order.Line line : order.lines()) {
                message.addLines(Wire.Line.newBuilder()
                        .setArticle(line.article())
                        .setQuantity(line.quantity())
                        .setPrice(decimal(line.price())));
            }
            if (order.note() != null) {
                message.setNote(order.note());
            }
            return message.build();
        }

        @Override
        public Order fromMessage(Wire.Order message) throws InvalidProtocolBufferException {
            require(message.hasCustomer(), "customer");
            require(message.hasPlaced(), "placed");
            require(message.hasTotal(), "total");
            Wire.Customer customer = message.getCustomer();
            List<Order.Line> lines = new ArrayList<>(message.getLinesCount());
            for (Wire.Line line : message.getLinesList()) {
                require(line.hasPrice(), "price");
                lines.add(new Order.Line(line.getArticle(), line.getQuantity(), decimal(line.getPrice())));
            }
            Order.Status status = switch (message.getStatus()) {
                case PLACED -> Order.Status.PLACED;
                case PAID -> Order.Status.PAID;
                case SHIPPED -> Order.Status.SHIPPED;
                case RETURNED -> Order.Status.RETURNED;
                case UNRECOGNIZED -> throw unknown(message.getStatusValue(), "status");
            };
            return new Order(
                    message.getId(),
                    new Order.Customer(customer.getName(), customer.getEmail(), customer.getCity()),
                    status,
                    instant(message.getPlaced()),
                    decimal(message.getTotal()),
                    lines,
                    message.hasNote() ? message.getNote() : null);
        }

        private static Wire.Decimal decimal(BigDecimal value) {
            return Wire.Decimal.newBuilder()
                    .setUnscaled(ByteString.copyFrom(value.unscaledValue().toByteArray()))
                    .setScale(value.scale())
                    .build();
        }

        private static BigDecimal decimal(Wire.Decimal message) throws InvalidProtocolBufferException {
            require(!message.getUnscaled().isEmpty(), "unscaled");
            return new BigDecimal(new BigInteger(message.getUnscaled().toByteArray()), message.getScale());
        }

        private static Instant instant(Timestamp message) throws InvalidProtocolBufferException {
            try {
                return Instant.ofEpochSecond(message.getSeconds(), message.getNanos());
            } catch (DateTimeException | ArithmeticException e) {
                throw new InvalidProtocolBufferException("not an instant: " + e.getMessage());
            }
        }
    }

    private static void require(boolean present, String field) throws InvalidProtocolBufferException {
        if (!present) {
            throw new InvalidProtocolBufferException("a message lacks its field '" + field + "'");
        }
    }

    private static InvalidProtocolBufferException unknown(int number, String field) {
        return new InvalidProtocolBufferException("no constant of '" + field + "' has the number " + number);
    }
}
