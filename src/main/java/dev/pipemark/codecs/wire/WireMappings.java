package dev.pipemark.codecs.wire;

import com.squareup.wire.ProtoAdapter;
import dev.pipemark.codecs.shared.Mapped;
import dev.pipemark.codecs.wire.schema.Customer;
import dev.pipemark.codecs.wire.schema.Decimal;
import dev.pipemark.codecs.wire.schema.Image;
import dev.pipemark.codecs.wire.schema.Line;
import dev.pipemark.codecs.wire.schema.Media;
import dev.pipemark.codecs.wire.schema.MediaContent;
import dev.pipemark.codecs.wire.schema.Order;
import dev.pipemark.codecs.wire.schema.Reading;
import dev.pipemark.codecs.wire.schema.Readings;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.ProtocolException;
import java.util.ArrayList;
import java.util.List;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** Converts the model's classes to messages of the schema, and back. A short name is that of the generated class. */
final class WireMappings {
    private WireMappings() {}

    static WireMapping<?, ?> of(Mapped shape) {
        return switch (shape) {
            case MEDIA_CONTENT -> new OfMediaContent();
            case ORDER -> new OfOrder();
            case READING -> new OfReading();
            case READINGS -> new OfReadings();
        };
    }

    private static final class OfReading implements WireMapping<dev.pipemark.model.Reading, Reading> {
        @Override
        public ProtoAdapter<Reading> adapter() {
            return Reading.ADAPTER;
        }

        @Override
        public Reading toMessage(dev.pipemark.model.Reading reading) {
            return new Reading.Builder()
                    .sensor(reading.sensor())
                    .timestamp(reading.timestamp())
                    .value(reading.value())
                    .unit(reading.unit())
                    .build();
        }

        @Override
        public dev.pipemark.model.Reading fromMessage(Reading message) {
            return new dev.pipemark.model.Reading(message.sensor, message.timestamp, message.value, message.unit);
        }
    }

    private static final class OfReadings implements WireMapping<List<dev.pipemark.model.Reading>, Readings> {
        private final OfReading reading = new OfReading();

        @Override
        public ProtoAdapter<Readings> adapter() {
            return Readings.ADAPTER;
        }

        @Override
        public Readings toMessage(List<dev.pipemark.model.Reading> readings) {
            List<Reading> messages = new ArrayList<>(readings.size());
            for (var each : readings) {
                messages.add(reading.toMessage(each));
            }
            return new Readings.Builder().readings(messages).build();
        }

        @Override
        public List<dev.pipemark.model.Reading> fromMessage(Readings message) {
            List<dev.pipemark.model.Reading> readings = new ArrayList<>(message.readings.size());
            for (Reading each : message.readings) {
                readings.add(reading.fromMessage(each));
            }
            return readings;
        }
    }

    private static final class OfMediaContent implements WireMapping<dev.pipemark.model.MediaContent, MediaContent> {
        @Override
        public ProtoAdapter<MediaContent> adapter() {
            return MediaContent.ADAPTER;
        }

        @Override
        public MediaContent toMessage(dev.pipemark.model.MediaContent content) {
            List<Image> images = new ArrayList<>(content.images.size());
            for (var image : content.images) {
                images.add(image(image));
            }
            return new MediaContent.Builder()
                    .media(media(content.media))
                    .images(images)
                    .build();
        }

        @Override
        public dev.pipemark.model.MediaContent fromMessage(MediaContent message) throws ProtocolException {
            var content = new dev.pipemark.model.MediaContent();
            content.media = media(present(message.media, "media"));
            content.images = new ArrayList<>(message.images.size());
            for (Image image : message.images) {
                content.images.add(image(image));
            }
            return content;
        }

        private static Media media(dev.pipemark.model.Media media) {
            return new Media.Builder()
                    .uri(media.uri)
                    .title(media.title)
                    .width(media.width)
                    .height(media.height)
                    .format(media.format)
                    .duration(media.duration)
                    .size(media.size)
                    .bitrate(media.bitrate)
                    .has_bitrate(media.hasBitrate)
                    .persons(media.persons)
                    .player(
                            switch (media.player) {
                                case JAVA -> Media.Player.JAVA;
                                case FLASH -> Media.Player.FLASH;
                            })
                    .copyright(media.copyright)
                    .build();
        }

        private static dev.pipemark.model.Media media(Media message) {
            var media = new dev.pipemark.model.Media();
            media.uri = message.uri;
            media.title = message.title;
            media.width = message.width;
            media.height = message.height;
            media.format = message.format;
            media.duration = message.duration;
            media.size = message.size;
            media.bitrate = message.bitrate;
            media.hasBitrate = message.has_bitrate;
            media.persons = new ArrayList<>(message.persons);
            media.player = switch (message.player) {
                case JAVA -> dev.pipemark.model.Media.Player.JAVA;
                case FLASH -> dev.pipemark.model.Media.Player.FLASH;
            };
            media.copyright = message.copyright;
            return media;
        }

        private static Image image(dev.pipemark.model.Image image) {
            return new Image.Builder()
                    .uri(image.uri)
                    .title(image.title)
                    .width(image.width)
                    .height(image.height)
                    .size(
                            switch (image.size) {
                                case SMALL -> Image.Size.SMALL;
                                case LARGE -> Image.Size.LARGE;
                            })
                    .build();
        }

        private static dev.pipemark.model.Image image(Image message) {
            var image = new dev.pipemark.model.Image();
            image.uri = message.uri;
            image.title = message.title;
            image.width = message.width;
            image.height = message.height;
            image.size = switch (message.size) {
                case SMALL -> dev.pipemark.model.Image.Size.SMALL;
                case LARGE -> dev.pipemark.model.Image.Size.LARGE;
            };
            return image;
        }
    }

    private static final class OfOrder implements WireMapping<dev.pipemark.model.Order, Order> {
        @Override
        public ProtoAdapter<Order> adapter() {
            return Order.ADAPTER;
        }

        @Override
        public Order toMessage(dev.pipemark.model.Order order) {
            var customer = order.customer();
            List<Line> lines = new ArrayList<>(order.lines().size());
            for (var line : order.lines()) {
                lines.add(new Line.Builder()
                        .article(line.article())
                        .quantity(line.quantity())
                        .price(decimal(line.price()))
                        .build());
            }
            return new Order.Builder()
                    .id(order.id())
                    .customer(new Customer.Builder()
                            .name(customer.name())
                            .email(customer.email())
                            .city(customer.city())
                            .build())
                    .status(
                            switch (order.status()) {
                                case PLACED -> Order.Status.PLACED;
                                case PAID -> Order.Status.PAID;
                                case SHIPPED -> Order.Status.SHIPPED;
                                case RETURNED -> Order.Status.RETURNED;
                            })
                    .placed(order.placed())
                    .total(decimal(order.total()))
                    .lines(lines)
                    .note(order.note())
                    .build();
        }

        @Override
        public dev.pipemark.model.Order fromMessage(Order message) throws ProtocolException {
            Customer customer = present(message.customer, "customer");
            List<dev.pipemark.model.Order.Line> lines = new ArrayList<>(message.lines.size());
            for (Line line : message.lines) {
                lines.add(new dev.pipemark.model.Order.Line(line.article, line.quantity, decimal(line.price, "price")));
            }
            var status = switch (message.status) {
                case PLACED -> dev.pipemark.model.Order.Status.PLACED;
                case PAID -> dev.pipemark.model.Order.Status.PAID;
                case SHIPPED -> dev.pipemark.model.Order.Status.SHIPPED;
                case RETURNED -> dev.pipemark.model.Order.Status.RETURNED;
            };
            return new dev.pipemark.model.Order(
                    message.id,
                    new dev.pipemark.model.Order.Customer(customer.name, customer.email, customer.city),
                    status,
                    present(message.placed, "placed"),
                    decimal(message.total, "total"),
                    lines,
                    message.note);
        }

        private static Decimal decimal(BigDecimal value) {
            return new Decimal.Builder()
                    .unscaled(ByteString.of(value.unscaledValue().toByteArray()))
                    .scale(value.scale())
                    .build();
        }

        private static BigDecimal decimal(@Nullable Decimal message, String field) throws ProtocolException {
            Decimal decimal = present(message, field);
            if (decimal.unscaled.size() == 0) {
                throw lacks("unscaled");
            }
            return new BigDecimal(new BigInteger(decimal.unscaled.toByteArray()), decimal.scale);
        }
    }

    private static <M> M present(@Nullable M message, String field) throws ProtocolException {
        if (message == null) {
            throw lacks(field);
        }
        return message;
    }

    private static ProtocolException lacks(String field) {
        return new ProtocolException("a message lacks its field '" + field + "'");
    }
}
