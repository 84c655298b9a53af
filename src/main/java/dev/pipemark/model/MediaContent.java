package dev.pipemark.model;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One piece of media with its images: mutable classes with public fields and no-argument constructors. */
public final class MediaContent implements Serializable {
    private static final long serialVersionUID = 1L;

    public Media media = new Media();
    public List<Image> images = List.of();

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof MediaContent that && media.equals(that.media) && images.equals(that.images);
    }

    @Override
    public int hashCode() {
        return Objects.hash(media, images);
    }
}
