package dev.pipemark.model;

import java.io.Serializable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An image of a {@link MediaContent}. */
public final class Image implements Serializable {
    private static final long serialVersionUID = 1L;

    public enum Size {
        SMALL,
        LARGE
    }

    public String uri = "";
    public @Nullable String title;
    public int width;
    public int height;
    public Size size = Size.SMALL;

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Image that
                && uri.equals(that.uri)
                && Objects.equals(title, that.title)
                && width == that.width
                && height == that.height
                && size == that.size;
    }

    @Override
    public int hashCode() {
        return Objects.hash(uri, title, width, height, size);
    }
}
