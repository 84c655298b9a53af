package dev.pipemark.model;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A piece of media. Serializer comparisons have published encoded sizes for these fields since 2008. */
public final class Media implements Serializable {
    private static final long serialVersionUID = 1L;

    public enum Player {
        JAVA,
        FLASH
    }

    public String uri = "";
    public @Nullable String title;
    public int width;
    public int height;
    public String format = "";
    public long duration;
    public long size;
    public int bitrate;
    public boolean hasBitrate;
    public List<String> persons = List.of();
    public Player player = Player.JAVA;
    public @Nullable String copyright;

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Media that
                && uri.equals(that.uri)
                && Objects.equals(title, that.title)
                && width == that.width
                && height == that.height
                && format.equals(that.format)
                && duration == that.duration
                && size == that.size
                && bitrate == that.bitrate
                && hasBitrate == that.hasBitrate
                && persons.equals(that.persons)
                && player == that.player
                && Objects.equals(copyright, that.copyright);
    }

    @Override
    public int hashCode() {
        return Objects.hash(uri, title, width, height, format, duration, size, persons, player);
    }
}
