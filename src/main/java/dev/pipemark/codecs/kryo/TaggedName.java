package dev.pipemark.codecs.kryo;

import com.esotericsoftware.kryo.serializers.TaggedFieldSerializer.Tag;
import java.util.ArrayList;
import java.util.List;

/** {@link TaggedBase} with its name renamed to title. */
final class TaggedName {
    @Tag(1)
    String title = "";

    @Tag(2)
    int count;

    @Tag(3)
    List<String> tags = new ArrayList<>();

    @Tag(4)
    double weight;
}
