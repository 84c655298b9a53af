package dev.pipemark.codecs.kryo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.esotericsoftware.kryo.serializers.TaggedFieldSerializer.Tag;
import dev.pipemark.api.Coder;
import dev.pipemark.api.Frame;
import dev.pipemark.api.Shape;
import dev.pipemark.api.UnsupportedShapeException;
import org.junit.jupiter.api.Test;

class KryoTaggedCodecTest {
    /** A class with a number on each field. */
    static final class Tagged {
        @Tag(1)
        private int count;

        @Tag(7)
        private String name = "";
    }

    /** A class without numbers. Kryo would write none of its fields, without an error. */
    static final class Plain {
        private int count;

        int count() {
            return count;
        }
    }

    @Test
    void whatHasTagsTravels() throws Exception {
        Coder<Tagged> coder = new KryoTaggedCodec().open(Shape.of(Tagged.class));
        Tagged sent = new Tagged();
        sent.count = 3;
        sent.name = "three";
        Frame frame = new Frame();
        coder.encode(sent, frame);
        Tagged arrived = coder.decode(frame);
        assertThat(arrived.count).isEqualTo(3);
        assertThat(arrived.name).isEqualTo("three");
    }

    /** Catches an object that arrives empty. */
    @Test
    void classWithoutTagsIsRefused() {
        assertThatThrownBy(() -> new KryoTaggedCodec().open(Shape.of(Plain.class)))
                .isInstanceOf(UnsupportedShapeException.class)
                .hasMessageContaining("Plain has a @Tag");
    }
}
