package dev.pipemark.codecs.msgpack;

import static dev.pipemark.codecs.msgpack.MsgpackFields.packDecimal;
import static dev.pipemark.codecs.msgpack.MsgpackFields.packNullable;
import static dev.pipemark.codecs.msgpack.MsgpackFields.unpackCount;
import static dev.pipemark.codecs.msgpack.MsgpackFields.unpackDecimal;
import static dev.pipemark.codecs.msgpack.MsgpackFields.unpackHeader;
import static dev.pipemark.codecs.msgpack.MsgpackFields.unpackNullable;
import static dev.pipemark.codecs.msgpack.MsgpackFields.unpackOneOf;

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
import org.msgpack.core.MessagePacker;
import org.msgpack.core.MessageUnpacker;

/**
 * The hand-written MessagePack of each class: an array of its fields in declared order. Enums are ordinals, instants
 * are MessagePack timestamps, and decimals are their unscaled bytes and their scale. Messages contain no field names.
 */
final class MsgpackMappings {
    private static final List<Media.Player> PLAYERS = List.of(Media.Player.values());
    private static final List<Image.Size> SIZES = List.of(Image.Size.values());
    private static final List<Order.Status> STATUSES = List.of(Order.Status.values());

    private MsgpackMappings() {}

    static MsgpackForm<?> of(Mapped shape) {
        return switch (shape) {
            case MEDIA_CONTENT -> new OfMediaContent();
            case ORDER -> new OfOrder();
            case READING -> new OfReading();
            case READINGS -> new OfList<>(new OfReading());
        };
    }

    private record OfList<E>(MsgpackForm<E> element) implements MsgpackForm<List<E>> {
        @Override
        public void pack(MessagePacker to, List<E> values) throws IOException {
            to.packArrayHeader(values.size());
            for (E value : values) {
                element.pack(to, value);
            }
        }

        @Override
        public List<E> unpack(MsgpackSource source) throws IOException {
            int count = unpackCount(source);
            List<E> values = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                values.add(element.unpack(source));
            }
            return values;
        }
    }

    private static final class OfReading implements MsgpackForm<Reading> {
        @Override
        public void pack(MessagePacker to, Reading reading) throws IOException {
            to.packArrayHeader(4);
            to.packInt(reading.sensor());
            to.packLong(reading.timestamp());
            to.packDouble(reading.value());
            to.packString(reading.unit());
        }

        @Override
        public Reading unpack(MsgpackSource source) throws IOException {
            MessageUnpacker from = source.unpacker();
            unpackHeader(from, 4);
            return new Reading(from.unpackInt(), from.unpackLong(), from.unpackDouble(), from.unpackString());
        }
    }

    private static final class OfMediaContent implements MsgpackForm<MediaContent> {
        private final OfMedia media = new OfMedia();
        private final OfList<Image> images = new OfList<>(new OfImage());

        @Override
        public void pack(MessagePacker to, MediaContent content) throws IOException {
            to.packArrayHeader(2);
            media.pack(to, content.media);
            images.pack(to, content.images);
        }

        @Override
        public MediaContent unpack(MsgpackSource source) throws IOException {
            MessageUnpacker from = source.unpacker();
            unpackHeader(from, 2);
            MediaContent content = new MediaContent();
            content.media = media.unpack(source);
            content.images = images.unpack(source);
            return content;
        }
    }

    private static final class OfMedia implements MsgpackForm<Media> {
        @Override
        public void pack(MessagePacker to, Media media) throws IOException {
            to.packArrayHeader(12);
            to.packString(media.uri);
            packNullable(to, media.title);
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
            packNullable(to, media.copyright);
        }

        @Override
        public Media unpack(MsgpackSource source) throws IOException {
            MessageUnpacker from = source.unpacker();
            unpackHeader(from, 12);
            Media media = new Media();
            media.uri = from.unpackString();
            media.title = unpackNullable(from);
            media.width = from.unpackInt();
            media.height = from.unpackInt();
            media.format = from.unpackString();
            media.duration = from.unpackLong();
            media.size = from.unpackLong();
            media.bitrate = from.unpackInt();
            media.hasBitrate = from.unpackBoolean();
            int persons = unpackCount(source);
            media.persons = new ArrayList<>(persons);
            for (int i = 0; i < persons; i++) {
                media.persons.add(from.unpackString());
            }
            media.player = unpackOneOf(from, PLAYERS);
            media.copyright = unpackNullable(from);
            return media;
        }
    }

    private static final class OfImage implements MsgpackForm<Image> {
        @Override
        public void pack(MessagePacker to, Image image) throws IOException {
            to.packArrayHeader(5);
            to.packString(image.uri);
            packNullable(to, image.title);
            to.packInt(image.width);
            to.packInt(image.height);
            to.packInt(image.size.ordinal());
        }

        @Override
        public Image unpack(MsgpackSource source) throws IOException {
            MessageUnpacker from = source.unpacker();
            unpackHeader(from, 5);
            Image image = new Image();
            image.uri = from.unpackString();
            image.title = unpackNullable(from);
            image.width = from.unpackInt();
            image.height = from.unpackInt();
            image.size = unpackOneOf(from, SIZES);
            return image;
        }
    }

    private static final class OfOrder implements MsgpackForm<Order> {
        private final OfList<Order.Line> lines = new OfList<>(new OfLine());

        @Override
        public void pack(MessagePacker to, Order order) throws IOException {
            to.packArrayHeader(8);
            to.packLong(order.id());
            to.packArrayHeader(3);
            to.packString(order.customer().name());
            to.packString(order.customer().email());
            to.packString(order.customer().city());
            to.packInt(order.status().ordinal());
            to.packTimestamp(order.placed().getEpochSecond(), order.placed().getNano());
            packDecimal(to, order.total());
            lines.pack(to, order.lines());
            packNullable(to, order.note());
        }

        @Override
        public Order unpack(MsgpackSource source) throws IOException {
            MessageUnpacker from = source.unpacker();
            unpackHeader(from, 8);
            long id = from.unpackLong();
            unpackHeader(from, 3);
            Order.Customer customer = new Order.Customer(from.unpackString(), from.unpackString(), from.unpackString());
            Order.Status status = unpackOneOf(from, STATUSES);
            Instant placed = from.unpackTimestamp();
            BigDecimal total = unpackDecimal(source);
            return new Order(id, customer, status, placed, total, lines.unpack(source), unpackNullable(from));
        }
    }

    private static final class OfLine implements MsgpackForm<Order.Line> {
        @Override
        public void pack(MessagePacker to, Order.Line line) throws IOException {
            to.packArrayHeader(4);
            to.packString(line.article());
            to.packInt(line.quantity());
            packDecimal(to, line.price());
        }

        @Override
        public Order.Line unpack(MsgpackSource source) throws IOException {
            MessageUnpacker from = source.unpacker();
            unpackHeader(from, 4);
            return new Order.Line(from.unpackString(), from.unpackInt(), unpackDecimal(source));
        }
    }
}
