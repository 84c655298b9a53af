package dev.pipemark.codecs.kryo;

import com.esotericsoftware.kryo.serializers.TaggedFieldSerializer.Tag;
import java.util.ArrayList;
import java.util.List;

/** {@link TaggedBase} without its name. */
final class TaggedDrop {
    @Tag(2)
    int count;

    @Tag(3)
    List<String> tags = new ArrayList<>();

    @Tag(4)
    double weight;
}
