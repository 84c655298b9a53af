package dev.pipemark.codecs.java;

import dev.pipemark.codecs.shared.Mapped;
import dev.pipemark.model.Image;
import dev.pipemark.model.Media;
import dev.pipemark.model.MediaContent;
import dev.pipemark.model.Order;
import dev.pipemark.model.Reading;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The hand-written format of each class: its fields in declared order, and nothing else. */
final class JavaMappings {
    private static final List<Media.Player> PLAYERS = List.of(Media.Player.values());
    private static final List<Image.Size> SIZES = List.of(Image.Size.values());
    private static final List<Order.Status> STATUSES = List.of(Order.Status.values());

    private JavaMappings() {}

    static JavaMapping<?> of(Mapped shape) {
        return switch (shape) {
            case MEDIA_CONTENT -> new OfMediaContent();
            case ORDER -> new OfOrder();
            case READING -> new OfReading();
            case READINGS -> new OfList<>(new OfReading());
        };
    }

    private record OfList<E>(JavaMapping<E> element) implements JavaMapping<List<E>> {
        @Override
        public void write(List<E> values, FrameWriter to) throws IOException {
            to.int32(values.size());
            for (E value : values) {
                element.write(value, to);
            }
        }

        @Override
        public List<E> read(FrameReader from) throws IOException {
            int count = from.count();
            List<E> values = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                values.add(element.read(from));
            }
            return values;
        }
    }

    private static final class OfReading implements JavaMapping<Reading> {
        @Override
        public void write(Reading reading, FrameWriter to) throws IOException {
            to.int32(reading.sensor());
            to.int64(reading.timestamp());
            to.float64(reading.value());
            to.string(reading.unit());
        }

        @Override
        public Reading read(FrameReader from) throws IOException {
            return new Reading(from.int32(), from.int64(), from.float64(), from.string());
        }
    }

    private static final class OfMediaContent implements JavaMapping<MediaContent> {
        private final JavaMapping<Media> media = new OfMedia();
        private final JavaMapping<List<Image>> images = new OfList<>(new OfImage());

        @Override
        public void write(MediaContent content, FrameWriter to) throws IOException {
            media.write(content.media, to);
            images.write(content.images, to);
        }

        @Override
        public MediaContent read(FrameReader from) throws IOException {
            MediaContent content = new MediaContent();
            content.media = media.read(from);
            content.images = images.read(from);
            return content;
        }
    }

    private static final class OfMedia implements JavaMapping<Media> {
        @Override
        public void write(Media media, FrameWriter to) throws IOException {
            to.string(media.uri);
            to.nullableString(media.title);
            to.int32(media.width);
            to.int32(media.height);
            to.string(media.format);
            to.int64(media.duration);
            to.int64(media.size);
            to.int32(media.bitrate);
            to.bool(media.hasBitrate);
            to.int32(media.persons.size());
            for (String person : media.persons) {
                to.string(person);
            }
            to.oneOf(media.player);
            to.nullableString(media.copyright);
        }

        @Override
        public Media read(FrameReader from) throws IOException {
            Media media = new Media();
            media.uri = from.string();
            media.title = from.nullableString();
            media.width = from.int32();
            media.height = from.int32();
            media.format = from.string();
            media.duration = from.int64();
            media.size = from.int64();
            media.bitrate = from.int32();
            media.hasBitrate = from.bool();
            int persons = from.count();
            media.persons = new ArrayList<>(persons);
            for (int i = 0; i < persons; i++) {
                media.persons.add(from.string());
            }
            media.player = from.oneOf(PLAYERS);
            media.copyright = from.nullableString();
            return media;
        }
    }

    private static final class OfImage implements JavaMapping<Image> {
        @Override
        public void write(Image image, FrameWriter to) throws IOException {
            to.string(image.uri);
            to.nullableString(image.title);
            to.int32(image.width);
            to.int32(image.height);
            to.oneOf(image.size);
        }

        @Override
        public Image read(FrameReader from) throws IOException {
            Image image = new Image();
            image.uri = from.string();
            image.title = from.nullableString();
            image.width = from.int32();
            image.height = from.int32();
            image.size = from.oneOf(SIZES);
            return image;
        }
    }

    private static final class OfOrder implements JavaMapping<Order> {
        private final JavaMapping<List<Order.Line>> lines = new OfList<>(new OfLine());

        @Override
        public void write(Order order, FrameWriter to) throws IOException {
            to.int64(order.id());
            to.string(order.customer().name());
            to.string(order.customer().email());
            to.string(order.customer().city());
            to.oneOf(order.status());
            to.instant(order.placed());
            to.decimal(order.total());
            lines.write(order.lines(), to);
            to.nullableString(order.note());
        }

        @Override
        public Order read(FrameReader from) throws IOException {
            long id = from.int64();
            Order.Customer customer = new Order.Customer(from.string(), from.string(), from.string());
            Order.Status status = from.oneOf(STATUSES);
            Instant placed = from.instant();
            BigDecimal total = from.decimal();
            return new Order(id, customer, status, placed, total, lines.read(from), from.nullableString());
        }
    }

    private static final class OfLine implements JavaMapping<Order.Line> {
        @Override
        public void write(Order.Line line, FrameWriter to) throws IOException {
            to.string(line.article());
            to.int32(line.quantity());
            to.decimal(line.price());
        }

        @Override
        public Order.Line read(FrameReader from) throws IOException {
            return new Order.Line(from.string(), from.int32(), from.decimal());
        }
    }
}
