package dev.pipemark.codecs.avro;

import dev.pipemark.codecs.avro.schema.AvroMediaContent;
import dev.pipemark.codecs.avro.schema.AvroOrder;
import dev.pipemark.codecs.avro.schema.AvroReading;
import dev.pipemark.codecs.shared.Mapped;
import dev.pipemark.model.Image;
import dev.pipemark.model.Media;
import dev.pipemark.model.MediaContent;
import dev.pipemark.model.Order;
import dev.pipemark.model.Reading;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.jspecify.annotations.Nullable;

/**
 * Converts the model's classes to Avro's generic records, and back. Of the generated classes, it uses the schemas only.
 */
final class GenericMappings {
    private GenericMappings() {}

    static AvroMapping<?, ?> of(Mapped shape) {
        return switch (shape) {
            case MEDIA_CONTENT -> new OfMediaContent();
            case ORDER -> new OfOrder();
            case READING -> new OfReading();
            case READINGS -> new OfReadings();
        };
    }

    private static Schema of(Schema record, String field) {
        return record.getField(field).schema();
    }

    private static Object symbol(Schema schema, Enum<?> constant) {
        return new GenericData.EnumSymbol(schema, constant.name());
    }

    private static String text(GenericRecord datum, String field) {
        return (String) datum.get(field);
    }

    private static @Nullable String optionalText(GenericRecord datum, String field) {
        return (String) datum.get(field);
    }

    private static int number(GenericRecord datum, String field) {
        return (Integer) datum.get(field);
    }

    private static long longNumber(GenericRecord datum, String field) {
        return (Long) datum.get(field);
    }

    @SuppressWarnings("unchecked")
    private static <E> List<E> list(GenericRecord datum, String field) {
        return (List<E>) datum.get(field);
    }

    private static final class OfReading implements AvroMapping<Reading, GenericRecord> {
        private final Schema schema = AvroReading.getClassSchema();

        @Override
        public Schema schema() {
            return schema;
        }

        @Override
        public GenericRecord toDatum(Reading reading) {
            GenericRecord datum = new GenericData.Record(schema);
            datum.put("sensor", reading.sensor());
            datum.put("timestamp", reading.timestamp());
            datum.put("value", reading.value());
            datum.put("unit", reading.unit());
            return datum;
        }

        @Override
        public Reading fromDatum(GenericRecord datum) {
            return new Reading(
                    number(datum, "sensor"),
                    longNumber(datum, "timestamp"),
                    (Double) datum.get("value"),
                    text(datum, "unit"));
        }
    }

    private static final class OfReadings implements AvroMapping<List<Reading>, List<GenericRecord>> {
        private final OfReading reading = new OfReading();

        @Override
        public Schema schema() {
            return Schema.createArray(reading.schema());
        }

        @Override
        public List<GenericRecord> toDatum(List<Reading> readings) {
            List<GenericRecord> data = new ArrayList<>(readings.size());
            for (Reading each : readings) {
                data.add(reading.toDatum(each));
            }
            return data;
        }

        @Override
        public List<Reading> fromDatum(List<GenericRecord> data) {
            List<Reading> readings = new ArrayList<>(data.size());
            for (GenericRecord each : data) {
                readings.add(reading.fromDatum(each));
            }
            return readings;
        }
    }

    private static final class OfMediaContent implements AvroMapping<MediaContent, GenericRecord> {
        private final Schema schema = AvroMediaContent.getClassSchema();
        private final Schema mediaSchema = of(schema, "media");
        private final Schema playerSchema = of(mediaSchema, "player");
        private final Schema imageSchema = of(schema, "images").getElementType();
        private final Schema sizeSchema = of(imageSchema, "size");

        @Override
        public Schema schema() {
            return schema;
        }

        @Override
        public GenericRecord toDatum(MediaContent content) {
            List<GenericRecord> images = new ArrayList<>(content.images.size());
            for (Image image : content.images) {
                images.add(image(image));
            }
            GenericRecord datum = new GenericData.Record(schema);
            datum.put("media", media(content.media));
            datum.put("images", images);
            return datum;
        }

        @Override
        public MediaContent fromDatum(GenericRecord datum) {
            List<GenericRecord> images = list(datum, "images");
            MediaContent content = new MediaContent();
            content.media = media((GenericRecord) datum.get("media"));
            content.images = new ArrayList<>(images.size());
            for (GenericRecord image : images) {
                content.images.add(image(image));
            }
            return content;
        }

        private GenericRecord media(Media media) {
            GenericRecord datum = new GenericData.Record(mediaSchema);
            datum.put("uri", media.uri);
            datum.put("title", media.title);
            datum.put("width", media.width);
            datum.put("height", media.height);
            datum.put("format", media.format);
            datum.put("duration", media.duration);
            datum.put("size", media.size);
            datum.put("bitrate", media.bitrate);
            datum.put("hasBitrate", media.hasBitrate);
            datum.put("persons", media.persons);
            datum.put("player", symbol(playerSchema, media.player));
            datum.put("copyright", media.copyright);
            return datum;
        }

        private static Media media(GenericRecord datum) {
            Media media = new Media();
            media.uri = text(datum, "uri");
            media.title = optionalText(datum, "title");
            media.width = number(datum, "width");
            media.height = number(datum, "height");
            media.format = text(datum, "format");
            media.duration = longNumber(datum, "duration");
            media.size = longNumber(datum, "size");
            media.bitrate = number(datum, "bitrate");
            media.hasBitrate = (Boolean) datum.get("hasBitrate");
            media.persons = new ArrayList<>(GenericMappings.<String>list(datum, "persons"));
            media.player = Media.Player.valueOf(datum.get("player").toString());
            media.copyright = optionalText(datum, "copyright");
            return media;
        }

        private GenericRecord image(Image image) {
            GenericRecord datum = new GenericData.Record(imageSchema);
            datum.put("uri", image.uri);
            datum.put("title", image.title);
            datum.put("width", image.width);
            datum.put("height", image.height);
            datum.put("size", symbol(sizeSchema, image.size));
            return datum;
        }

        private static Image image(GenericRecord datum) {
            Image image = new Image();
            image.uri = text(datum, "uri");
            image.title = optionalText(datum, "title");
            image.width = number(datum, "width");
            image.height = number(datum, "height");
            image.size = Image.Size.valueOf(datum.get("size").toString());
            return image;
        }
    }

    private static final class OfOrder implements AvroMapping<Order, GenericRecord> {
        private final Schema schema = AvroOrder.getClassSchema();
        private final Schema customerSchema = of(schema, "customer");
        private final Schema statusSchema = of(schema, "status");
        private final Schema instantSchema = of(schema, "placed");
        private final Schema decimalSchema = of(schema, "total");
        private final Schema lineSchema = of(schema, "lines").getElementType();

        @Override
        public Schema schema() {
            return schema;
        }

        @Override
        public GenericRecord toDatum(Order order) {
            List<GenericRecord> lines = new ArrayList<>(order.lines().size());
            for (Order.Line line : order.lines()) {
                GenericRecord datum = new GenericData.Record(lineSchema);
                datum.put("article", line.article());
                datum.put("quantity", line.quantity());
                datum.put("price", decimal(line.price()));
                lines.add(datum);
            }
            GenericRecord customer = new GenericData.Record(customerSchema);
            customer.put("name", order.customer().name());
            customer.put("email", order.customer().email());
            customer.put("city", order.customer().city());
            GenericRecord placed = new GenericData.Record(instantSchema);
            placed.put("seconds", order.placed().getEpochSecond());
            placed.put("nanos", order.placed().getNano());

            GenericRecord datum = new GenericData.Record(schema);
            datum.put("id", order.id());
            datum.put("customer", customer);
            datum.put("status", symbol(statusSchema, order.status()));
            datum.put("placed", placed);
            datum.put("total", decimal(order.total()));
            datum.put("lines", lines);
            datum.put("note", order.note());
            return datum;
        }

        @Override
        public Order fromDatum(GenericRecord datum) throws IOException {
            List<GenericRecord> data = list(datum, "lines");
            List<Order.Line> lines = new ArrayList<>(data.size());
            for (GenericRecord line : data) {
                lines.add(new Order.Line(
                        text(line, "article"), number(line, "quantity"), decimal((GenericRecord) line.get("price"))));
            }
            GenericRecord customer = (GenericRecord) datum.get("customer");
            GenericRecord placed = (GenericRecord) datum.get("placed");
            return new Order(
                    longNumber(datum, "id"),
                    new Order.Customer(text(customer, "name"), text(customer, "email"), text(customer, "city")),
                    Order.Status.valueOf(datum.get("status").toString()),
                    AvroNumbers.instant(longNumber(placed, "seconds"), number(placed, "nanos")),
                    decimal((GenericRecord) datum.get("total")),
                    lines,
                    optionalText(datum, "note"));
        }

        private GenericRecord decimal(BigDecimal value) {
            GenericRecord datum = new GenericData.Record(decimalSchema);
            datum.put("unscaled", AvroNumbers.unscaled(value));
            datum.put("scale", value.scale());
            return datum;
        }

        private static BigDecimal decimal(GenericRecord datum) throws IOException {
            return AvroNumbers.decimal((ByteBuffer) datum.get("unscaled"), number(datum, "scale"));
        }
    }
}
