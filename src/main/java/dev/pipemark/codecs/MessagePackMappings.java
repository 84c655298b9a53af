package dev.pipemark.codecs;

import dev.pipemark.model.Image;
import dev.pipemark.model.Media;
import dev.pipemark.model.MediaContent;
import dev.pipemark.model.Order;
import dev.pipemark.model.Reading;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.msgpack.core.MessagePacker;

/**
 * The hand-written MessagePack of each class: an array of its fields in declared order, enums as ordinals, instants as
 * MessagePack's own timestamps, decimals as their unscaled bytes and their scale. No field has its name with it.
 */
final class MessagePackMappings {
    private static final List<Media.Player> PLAYERS = List.of(Media.Player.values());
    private static final List<Image.Size> SIZES = List.of(Image.Size.values());
    private static final List<Order.Status> STATUSES = List.of(Order.Status.values());

    private MessagePackMappings() {}

    static Mapping<?, MessagePacker, MessagePackFields> of(Mapped shape) {
        return switch (shape) {
            case MEDIA_CONTENT -> new OfMediaContent();
            case ORDER -> new OfOrder();
            case READING -> new OfReading();
            case READINGS -> new OfList<>(new OfReading());
        };
    }

    private record OfList<E>(Mapping<E, MessagePacker, MessagePackFields> element)
            implements Mapping<List<E>, MessagePacker, MessagePackFields> {
        @Override
        public void write(List<E> values, MessagePacker to) throws IOException {
            to.packArrayHeader(values.size());
            for (E value : values) {
                element.write(value, to);
            }
        }

        @Override
        public List<E> read(MessagePackFields from) throws IOException {
            int count = from.count();
            List<E> values = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                values.add(element.read(from));
            }
            return values;
        }
    }

    private static final class OfReading implements Mapping<Reading, MessagePacker, MessagePackFields> {
        @Override
        public void write(Reading reading, MessagePacker to) throws IOException {
            to.packArrayHeader(4);
            to.packInt(reading.sensor());
            to.packLong(reading.timestamp());
            to.packDouble(reading.value());
            to.packString(reading.unit());
        }

        @Override
        public Reading read(MessagePackFields from) throws IOException {
            from.begin(4);
            return new Reading(from.int32(), from.int64(), from.float64(), from.string());
        }
    }

    private static final class OfMediaContent implements Mapping<MediaContent, MessagePacker, MessagePackFields> {
        private final Mapping<Media, MessagePacker, MessagePackFields> media = new OfMedia();
        private final Mapping<List<Image>, MessagePacker, MessagePackFields> images = new OfList<>(new OfImage());

        @Override
        public void write(MediaContent content, MessagePacker to) throws IOException {
            to.packArrayHeader(2);
            media.write(content.media, to);
            images.write(content.images, to);
        }

        @Override
        public MediaContent read(MessagePackFields from) throws IOException {
            from.begin(2);
            MediaContent content = new MediaContent();
            content.media = media.read(from);
            content.images = images.read(from);
            return content;
        }
    }

    private static final class OfMedia implements Mapping<Media, MessagePacker, MessagePackFields> {
        @Override
        public void write(Media media, MessagePacker to) throws IOException {
            to.packArrayHeader(12);
            to.packString(media.uri);
            packNullable(media.title, to);
            to.packInt(media.width);
            to.packInt(media.height);
            to.packString(media.format);
            to.packLong(media.duration);
            to.packLong(media.size);
            to.packInt(media.bitrate);
            to.packBoolean(media.hasBitrate);
            to.packArrayHeader(media.persons.size());
            for (String person : media.persons) {
                to.packString(person);
            }
            to.packInt(media.player.ordinal());
            packNullable(media.copyright, to);
        }

        @Override
        public Media read(MessagePackFields from) throws IOException {
            from.begin(12);
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

    private static final class OfImage implements Mapping<Image, MessagePacker, MessagePackFields> {
        @Override
        public void write(Image image, MessagePacker to) throws IOException {
            to.packArrayHeader(5);
            to.packString(image.uri);
            packNullable(image.title, to);
            to.packInt(image.width);
            to.packInt(image.height);
            to.packInt(image.size.ordinal());
        }

        @Override
        public Image read(MessagePackFields from) throws IOException {
            from.begin(5);
            Image image = new Image();
            image.uri = from.string();
            image.title = from.nullableString();
            image.width = from.int32();
            image.height = from.int32();
            image.size = from.oneOf(SIZES);
            return image;
        }
    }

    private static final class OfOrder implements Mapping<Order, MessagePacker, MessagePackFields> {
        private final Mapping<List<Order.Line>, MessagePacker, MessagePackFields> lines = new OfList<>(new OfLine());

        @Override
        public void write(Order order, MessagePacker to) throws IOException {
            to.packArrayHeader(8);
            to.packLong(order.id());
            to.packArrayHeader(3);
            to.packString(order.customer().name());
            to.packString(order.customer().email());
            to.packString(order.customer().city());
            to.packInt(order.status().ordinal());
            to.packTimestamp(order.placed().getEpochSecond(), order.placed().getNano());
            packDecimal(order.total(), to);
            lines.write(order.lines(), to);
            packNullable(order.note(), to);
        }

        @Override
        public Order read(MessagePackFields from) throws IOException {
            from.begin(8);
            long id = from.int64();
            from.begin(3);
            Order.Customer customer = new Order.Customer(from.string(), from.string(), from.string());
            Order.Status status = from.oneOf(STATUSES);
            Instant placed = from.instant();
            BigDecimal total = from.decimal();
            return new Order(id, customer, status, placed, total, lines.read(from), from.nullableString());
        }
    }

    private static final class OfLine implements Mapping<Order.Line, MessagePacker, MessagePackFields> {
        @Override
        public void write(Order.Line line, MessagePacker to) throws IOException {
            to.packArrayHeader(4);
            to.packString(line.article());
            to.packInt(line.quantity());
            packDecimal(line.price(), to);
        }

        @Override
        public Order.Line read(MessagePackFields from) throws IOException {
            from.begin(4);
            return new Order.Line(from.string(), from.int32(), from.decimal());
        }
    }

    private static void packNullable(@Nullable String text, MessagePacker to) throws IOException {
        if (text == null) {
            to.packNil();
        } else {
            to.packString(text);
        }
    }

    /** Two fields: the bytes of {@link BigInteger#toByteArray}, and the scale. */
    private static void packDecimal(BigDecimal value, MessagePacker to) throws IOException {
        byte[] unscaled = value.unscaledValue().toByteArray();
        to.packBinaryHeader(unscaled.length);
        to.writePayload(unscaled);
        to.packInt(value.scale());
    }
}
