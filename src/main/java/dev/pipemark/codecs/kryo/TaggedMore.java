package dev.pipemark.codecs.kryo;

import com.esotericsoftware.kryo.serializers.TaggedFieldSerializer.Tag;
import java.util.ArrayList;
import java.util.List;

/** {@link TaggedBase} with an additional field. */
final class TaggedMore {
    @Tag(1)
    String name = "";

    @Tag(2)
    int count;

    @Tag(3)
    List<String> tags = new ArrayList<>();

    @Tag(4)
    double weight;

    @Tag(5)
    int priority;
}
