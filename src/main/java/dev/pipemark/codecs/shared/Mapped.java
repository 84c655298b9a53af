package dev.pipemark.codecs.shared;

import dev.pipemark.api.Shape;
import dev.pipemark.api.UnsupportedShapeException;
import dev.pipemark.model.MediaContent;
import dev.pipemark.model.Order;
import dev.pipemark.model.Reading;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Optional;

/** The shapes that have hand-written mappings. Hand-written and schema codecs carry these and no others. */
public enum Mapped {
    MEDIA_CONTENT,
    ORDER,
    READING,
    READINGS;

    /**
     * Returns the full name of the shape's message in {@code pipemark.proto}. The name is repeated here, since the
     * generated classes have it only when their library is loaded.
     */
    public String message() {
        return "pipemark."
                + switch (this) {
                    case MEDIA_CONTENT -> "MediaContent";
                    case ORDER -> "Order";
                    case READING -> "Reading";
                    case READINGS -> "Readings";
                };
    }

    /** Returns the member for a shape; empty if the shape has no mapping. */
    public static Optional<Mapped> find(Shape<?> shape) {
        Type type = shape.type();
        if (type == MediaContent.class) {
            return Optional.of(MEDIA_CONTENT);
        }
        if (type == Order.class) {
            return Optional.of(ORDER);
        }
        if (type == Reading.class) {
            return Optional.of(READING);
        }
        if (type instanceof ParameterizedType list
                && list.getRawType() == List.class
                && list.getActualTypeArguments()[0] == Reading.class) {
            return Optional.of(READINGS);
        }
        return Optional.empty();
    }

    /**
     * Returns the member for a shape.
     *
     * @param kind the kind of mapping, for the message
     * @throws UnsupportedShapeException if the shape has no mapping
     */
    public static Mapped of(Shape<?> shape, String kind) throws UnsupportedShapeException {
        return find(shape)
                .orElseThrow(() -> new UnsupportedShapeException(
                        "no " + kind + " mapping for " + shape.type().getTypeName()));
    }
}
