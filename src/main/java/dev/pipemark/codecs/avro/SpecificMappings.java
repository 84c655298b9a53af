package dev.pipemark.codecs.avro;

import dev.pipemark.codecs.avro.schema.AvroCustomer;
import dev.pipemark.codecs.avro.schema.AvroDecimal;
import dev.pipemark.codecs.avro.schema.AvroImage;
import dev.pipemark.codecs.avro.schema.AvroInstant;
import dev.pipemark.codecs.avro.schema.AvroLine;
import dev.pipemark.codecs.avro.schema.AvroMedia;
import dev.pipemark.codecs.avro.schema.AvroMediaContent;
import dev.pipemark.codecs.avro.schema.AvroOrder;
import dev.pipemark.codecs.avro.schema.AvroPlayer;
import dev.pipemark.codecs.avro.schema.AvroReading;
import dev.pipemark.codecs.avro.schema.AvroSize;
import dev.pipemark.codecs.avro.schema.AvroStatus;
import dev.pipemark.codecs.shared.Mapped;
import dev.pipemark.model.Image;
import dev.pipemark.model.Media;
import dev.pipemark.model.MediaContent;
import dev.pipemark.model.Order;
import dev.pipemark.model.Reading;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;

/** Converts the model's classes to the classes that Avro generates, and back. */
final class SpecificMappings {
    private SpecificMappings() {}

    static AvroMapping<?, ?> of(Mapped shape) {
        return switch (shape) {
            case MEDIA_CONTENT -> new OfMediaContent();
            case ORDER -> new OfOrder();
            case READING -> new OfReading();
            case READINGS -> new OfReadings();
        };
    }

    private static final class OfReading implements AvroMapping<Reading, AvroReading> {
        @Override
        public Schema schema() {
            return AvroReading.getClassSchema();
        }

        @Override
        public AvroReading toDatum(Reading reading) {
            return new AvroReading(reading.sensor(), reading.timestamp(), reading.value(), reading.unit());
        }

        @Override
        public Reading fromDatum(AvroReading datum) {
            return new Reading(datum.getSensor(), datum.getTimestamp(), datum.getValue(), datum.getUnit());
        }
    }

    private static final class OfReadings implements AvroMapping<List<Reading>, List<AvroReading>> {
        private final OfReading reading = new OfReading();

        @Override
        public Schema schema() {
            return Schema.createArray(reading.schema());
        }

        @Override
        public List<AvroReading> toDatum(List<Reading> readings) {
            List<AvroReading> data = new ArrayList<>(readings.size());
            for (Reading each : readings) {
                data.add(reading.toDatum(each));
            }
            return data;
        }

        @Override
        public List<Reading> fromDatum(List<AvroReading> data) {
            List<Reading> readings = new ArrayList<>(data.size());
            for (AvroReading each : data) {
                readings.add(reading.fromDatum(each));
            }
            return readings;
        }
    }

    private static final class OfMediaContent implements AvroMapping<MediaContent, AvroMediaContent> {
        @Override
        public Schema schema() {
            return AvroMediaContent.getClassSchema();
        }

        @Override
        public AvroMediaContent toDatum(MediaContent content) {
            List<AvroImage> images = new ArrayList<>(content.images.size());
            for (Image image : content.images) {
                images.add(image(image));
            }
            return new AvroMediaContent(media(content.media), images);
        }

        @Override
        public MediaContent fromDatum(AvroMediaContent datum) {
            MediaContent content = new MediaContent();
            content.media = media(datum.getMedia());
            content.images = new ArrayList<>(datum.getImages().size());
            for (AvroImage image : datum.getImages()) {
                content.images.add(image(image));
            }
            return content;
        }

        private static AvroMedia media(Media media) {
            AvroMedia datum = new AvroMedia();
            datum.setUri(media.uri);
            datum.setTitle(media.title);
            datum.setWidth(media.width);
            datum.setHeight(media.height);
            datum.setFormat(media.format);
            datum.setDuration(media.duration);
            datum.setSize(media.size);
            datum.setBitrate(media.bitrate);
            datum.setHasBitrate(media.hasBitrate);
            datum.setPersons(media.persons);
            datum.setPlayer(
                    switch (media.player) {
                        case JAVA -> AvroPlayer.JAVA;
                        case FLASH -> AvroPlayer.FLASH;
                    });
            datum.setCopyright(media.copyright);
            return datum;
        }

        private static Media media(AvroMedia datum) {
            Media media = new Media();
            media.uri = datum.getUri();
            media.title = datum.getTitle();
            media.width = datum.getWidth();
            media.height = datum.getHeight();
            media.format = datum.getFormat();
            media.duration = datum.getDuration();
            media.size = datum.getSize();
            media.bitrate = datum.getBitrate();
            media.hasBitrate = datum.getHasBitrate();
            media.persons = new ArrayList<>(datum.getPersons());
            media.player = switch (datum.getPlayer()) {
                case JAVA -> Media.Player.JAVA;
                case FLASH -> Media.Player.FLASH;
            };
            media.copyright = datum.getCopyright();
            return media;
        }

        private static AvroImage image(Image image) {
            AvroSize size = switch (image.size) {
                case SMALL -> AvroSize.SMALL;
                case LARGE -> AvroSize.LARGE;
            };
            return new AvroImage(image.uri, image.title, image.width, image.height, size);
        }

        private static Image image(AvroImage datum) {
            Image image = new Image();
            image.uri = datum.getUri();
            image.title = datum.getTitle();
            image.width = datum.getWidth();
            image.height = datum.getHeight();
            image.size = switch (datum.getSize()) {
                case SMALL -> Image.Size.SMALL;
                case LARGE -> Image.Size.LARGE;
            };
            return image;
        }
    }

    private static final class OfOrder implements AvroMapping<Order, AvroOrder> {
        @Override
        public Schema schema() {
            return AvroOrder.getClassSchema();
        }

        @Override
        public AvroOrder toDatum(Order order) {
            List<AvroLine> lines = new ArrayList<>(order.lines().size());
            for (Order.Line line : order.lines()) {
                lines.add(new AvroLine(line.article(), line.quantity(), decimal(line.price())));
            }
            Order.Customer customer = order.customer();
            AvroStatus status = switch (order.status()) {
                case PLACED -> AvroStatus.PLACED;
                case PAID -> AvroStatus.PAID;
                case SHIPPED -> AvroStatus.SHIPPED;
                case RETURNED -> AvroStatus.RETURNED;
            };
            return new AvroOrder(
                    order.id(),
                    new AvroCustomer(customer.name(), customer.email(), customer.city()),
                    status,
                    new AvroInstant(
                            order.placed().getEpochSecond(), order.placed().getNano()),
                    decimal(order.total()),
                    lines,
                    order.note());
        }

        @Override
        public Order fromDatum(AvroOrder datum) throws IOException {
            List<Order.Line> lines = new ArrayList<>(datum.getLines().size());
            for (AvroLine line : datum.getLines()) {
                lines.add(new Order.Line(line.getArticle(), line.getQuantity(), decimal(line.getPrice())));
            }
            AvroCustomer customer = datum.getCustomer();
            Order.Status status = switch (datum.getStatus()) {
                case PLACED -> Order.Status.PLACED;
                case PAID -> Order.Status.PAID;
                case SHIPPED -> Order.Status.SHIPPED;
                case RETURNED -> Order.Status.RETURNED;
            };
            return new Order(
                    datum.getId(),
                    new Order.Customer(customer.getName(), customer.getEmail(), customer.getCity()),
                    status,
                    AvroNumbers.instant(
                            datum.getPlaced().getSeconds(), datum.getPlaced().getNanos()),
                    decimal(datum.getTotal()),
                    lines,
                    datum.getNote());
        }

        private static AvroDecimal decimal(BigDecimal value) {
            return new AvroDecimal(AvroNumbers.unscaled(value), value.scale());
        }

        private static BigDecimal decimal(AvroDecimal datum) throws IOException {
            return AvroNumbers.decimal(datum.getUnscaled(), datum.getScale());
        }
    }
}
