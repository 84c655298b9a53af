package dev.pipemark.codecs.thrift;

import dev.pipemark.codecs.shared.Mapped;
import dev.pipemark.codecs.thrift.schema.TCustomer;
import dev.pipemark.codecs.thrift.schema.TDecimal;
import dev.pipemark.codecs.thrift.schema.TImage;
import dev.pipemark.codecs.thrift.schema.TLine;
import dev.pipemark.codecs.thrift.schema.TMedia;
import dev.pipemark.codecs.thrift.schema.TMediaContent;
import dev.pipemark.codecs.thrift.schema.TOrder;
import dev.pipemark.codecs.thrift.schema.TPlayer;
import dev.pipemark.codecs.thrift.schema.TReading;
import dev.pipemark.codecs.thrift.schema.TReadings;
import dev.pipemark.codecs.thrift.schema.TSize;
import dev.pipemark.codecs.thrift.schema.TStatus;
import dev.pipemark.codecs.thrift.schema.TTimestamp;
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
import org.apache.thrift.protocol.TProtocolException;

/** Converts the model's classes to structs of the schema, and back. */
final class ThriftMappings {
    private ThriftMappings() {}

    static ThriftMapping<?, ?> of(Mapped shape) {
        return switch (shape) {
            case MEDIA_CONTENT -> new OfMediaContent();
            case ORDER -> new OfOrder();
            case READING -> new OfReading();
            case READINGS -> new OfReadings();
        };
    }

    private static final class OfReading implements ThriftMapping<Reading, TReading> {
        @Override
        public TReading empty() {
            return new TReading();
        }

        @Override
        public TReading toStruct(Reading reading) {
            return new TReading()
                    .setSensor(reading.sensor())
                    .setTimestamp(reading.timestamp())
                    .setValue(reading.value())
                    .setUnit(reading.unit());
        }

        @Override
        public Reading fromStruct(TReading struct) {
            return new Reading(struct.getSensor(), struct.getTimestamp(), struct.getValue(), struct.getUnit());
        }
    }

    private static final class OfReadings implements ThriftMapping<List<Reading>, TReadings> {
        private final OfReading reading = new OfReading();

        @Override
        public TReadings empty() {
            return new TReadings();
        }

        @Override
        public TReadings toStruct(List<Reading> readings) {
            List<TReading> structs = new ArrayList<>(readings.size());
            for (Reading each : readings) {
                structs.add(reading.toStruct(each));
            }
            return new TReadings().setReadings(structs);
        }

        @Override
        public List<Reading> fromStruct(TReadings struct) {
            List<Reading> readings = new ArrayList<>(struct.getReadingsSize());
            for (TReading each : struct.getReadings()) {
                readings.add(reading.fromStruct(each));
            }
            return readings;
        }
    }

    private static final class OfMediaContent implements ThriftMapping<MediaContent, TMediaContent> {
        @Override
        public TMediaContent empty() {
            return new TMediaContent();
        }

        @Override
        public TMediaContent toStruct(MediaContent content) {
            List<TImage> images = new ArrayList<>(content.images.size());
            for (Image image : content.images) {
                images.add(image(image));
            }
            return new TMediaContent().setMedia(media(content.media)).setImages(images);
        }

        @Override
        public MediaContent fromStruct(TMediaContent struct) {
            MediaContent content = new MediaContent();
            content.media = media(struct.getMedia());
            content.images = new ArrayList<>(struct.getImagesSize());
            for (TImage image : struct.getImages()) {
                content.images.add(image(image));
            }
            return content;
        }

        /** A setter that gets {@code null} leaves its field unset. */
        private static TMedia media(Media media) {
            return new TMedia()
                    .setUri(media.uri)
                    .setTitle(media.title)
                    .setWidth(media.width)
                    .setHeight(media.height)
                    .setFormat(media.format)
                    .setDuration(media.duration)
                    .setSize(media.size)
                    .setBitrate(media.bitrate)
                    .setHasBitrate(media.hasBitrate)
                    .setPersons(media.persons)
                    .setPlayer(
                            switch (media.player) {
                                case JAVA -> TPlayer.JAVA;
                                case FLASH -> TPlayer.FLASH;
                            })
                    .setCopyright(media.copyright);
        }

        private static Media media(TMedia struct) {
            Media media = new Media();
            media.uri = struct.getUri();
            media.title = struct.getTitle();
            media.width = struct.getWidth();
            media.height = struct.getHeight();
            media.format = struct.getFormat();
            media.duration = struct.getDuration();
            media.size = struct.getSize();
            media.bitrate = struct.getBitrate();
            media.hasBitrate = struct.isHasBitrate();
            // The reader has made this list for this struct alone.
            media.persons = struct.getPersons();
            media.player = switch (struct.getPlayer()) {
                case JAVA -> Media.Player.JAVA;
                case FLASH -> Media.Player.FLASH;
            };
            media.copyright = struct.getCopyright();
            return media;
        }

        private static TImage image(Image image) {
            return new TImage()
                    .setUri(image.uri)
                    .setTitle(image.title)
                    .setWidth(image.width)
                    .setHeight(image.height)
                    .setSize(
                            switch (image.size) {
                                case SMALL -> TSize.SMALL;
                                case LARGE -> TSize.LARGE;
                            });
        }

        private static Image image(TImage struct) {
            Image image = new Image();
            image.uri = struct.getUri();
            image.title = struct.getTitle();
            image.width = struct.getWidth();
            image.height = struct.getHeight();
            image.size = switch (struct.getSize()) {
                case SMALL -> Image.Size.SMALL;
                case LARGE -> Image.Size.LARGE;
            };
            return image;
        }
    }

    private static final class OfOrder implements ThriftMapping<Order, TOrder> {
        @Override
        public TOrder empty() {
            return new TOrder();
        }

        @Override
        public TOrder toStruct(Order order) {
            Order.Customer customer = order.customer();
            List<TLine> lines = new ArrayList<>(order.lines().size());
            for (Order.Line line : order.lines()) {
                lines.add(new TLine()
                        .setArticle(line.article())
                        .setQuantity(line.quantity())
                        .setPrice(decimal(line.price())));
            }
            return new TOrder()
                    .setId(order.id())
                    .setCustomer(new TCustomer()
                            .setName(customer.name())
                            .setEmail(customer.email())
                            .setCity(customer.city()))
                    .setStatus(
                            switch (order.status()) {
                                case PLACED -> TStatus.PLACED;
                                case PAID -> TStatus.PAID;
                                case SHIPPED -> TStatus.SHIPPED;
                                case RETURNED -> TStatus.RETURNED;
                            })
                    .setPlaced(new TTimestamp()
                            .setSeconds(order.placed().getEpochSecond())
                            .setNanos(order.placed().getNano()))
                    .setTotal(decimal(order.total()))
                    .setLines(lines)
                    .setNote(order.note());
        }

        @Override
        public Order fromStruct(TOrder struct) throws TProtocolException {
            TCustomer customer = struct.getCustomer();
            List<Order.Line> lines = new ArrayList<>(struct.getLinesSize());
            for (TLine line : struct.getLines()) {
                lines.add(new Order.Line(line.getArticle(), line.getQuantity(), decimal(line.getPrice())));
            }
            Order.Status status = switch (struct.getStatus()) {
                case PLACED -> Order.Status.PLACED;
                case PAID -> Order.Status.PAID;
                case SHIPPED -> Order.Status.SHIPPED;
                case RETURNED -> Order.Status.RETURNED;
            };
            return new Order(
                    struct.getId(),
                    new Order.Customer(customer.getName(), customer.getEmail(), customer.getCity()),
                    status,
                    instant(struct.getPlaced()),
                    decimal(struct.getTotal()),
                    lines,
                    struct.getNote());
        }

        private static TDecimal decimal(BigDecimal value) {
            return new TDecimal()
                    .setUnscaled(value.unscaledValue().toByteArray())
                    .setScale(value.scale());
        }

        private static BigDecimal decimal(TDecimal struct) throws TProtocolException {
            byte[] unscaled = struct.getUnscaled();
            if (unscaled.length == 0) {
                throw new TProtocolException(TProtocolException.INVALID_DATA, "a decimal has no digits");
            }
            return new BigDecimal(new BigInteger(unscaled), struct.getScale());
        }

        private static Instant instant(TTimestamp struct) throws TProtocolException {
            try {
                return Instant.ofEpochSecond(struct.getSeconds(), struct.getNanos());
            } catch (DateTimeException | ArithmeticException e) {
                throw new TProtocolException(TProtocolException.INVALID_DATA, "not an instant: " + e.getMessage());
            }
        }
    }
}
