package dev.pipemark.codecs.kryo;

import com.esotericsoftware.kryo.serializers.TaggedFieldSerializer.Tag;

/** {@link TaggedBase} without its tags. */
final class TaggedLess {
    @Tag(1)
    String name = "";

    @Tag(2)
    int count;

    @Tag(4)
    double weight;
}
