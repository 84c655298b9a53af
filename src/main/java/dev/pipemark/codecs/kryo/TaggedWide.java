package dev.pipemark.codecs.kryo;

import com.esotericsoftware.kryo.serializers.TaggedFieldSerializer.Tag;
import java.util.ArrayList;
import java.util.List;

/** {@link TaggedBase} with its int count widened to long. */
final class TaggedWide {
    @Tag(1)
    String name = "";

    @Tag(2)
    long count;

    @Tag(3)
    List<String> tags = new ArrayList<>();

    @Tag(4)
    double weight;
}
