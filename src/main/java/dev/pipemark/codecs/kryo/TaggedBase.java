package dev.pipemark.codecs.kryo;

import com.esotericsoftware.kryo.serializers.TaggedFieldSerializer.Tag;
import java.util.ArrayList;
import java.util.List;

/** A class with tagged fields, in the sender's version. */
final class TaggedBase {
    @Tag(1)
    String name = "";

    @Tag(2)
    int count;

    @Tag(3)
    List<String> tags = new ArrayList<>();

    @Tag(4)
    double weight;
}
