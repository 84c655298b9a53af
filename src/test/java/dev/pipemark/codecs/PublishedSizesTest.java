package dev.pipemark.codecs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.pipemark.api.Codec;
import dev.pipemark.api.Coder;
import dev.pipemark.api.Frame;
import dev.pipemark.codecs.flatbuffers.FlatbuffersCodec;
import dev.pipemark.codecs.jackson.JacksonCodec;
import dev.pipemark.codecs.msgpack.MsgpackHandwrittenCodec;
import dev.pipemark.codecs.protobuf.ProtobufCodec;
import dev.pipemark.codecs.thrift.ThriftCodec;
import dev.pipemark.model.MediaContent;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Compares the sizes of media content with the sizes that jvm-serializers publishes for similar codecs. Catches a message
 * that contains more or less than the published one. The published messages do not contain the field {@code hasBitrate}.
 * Our messages do, so its bytes are added to the published size.
 */
class PublishedSizesTest {
    private record Expected(Codec codec, int published, int hasBitrate) {}

    @Test
    void sizesAreCloseToPublishedSizes() throws Exception {
        for (Expected expected : List.of(
                new Expected(JacksonCodec.json(), 488, "\"hasBitrate\":true,".length()),
                new Expected(JacksonCodec.cbor(), 398, "_hasBitrate_".length()),
                new Expected(JacksonCodec.smile(), 341, "_hasBitrate_".length()),
                new Expected(new MsgpackHandwrittenCodec(), 236, 1),
                new Expected(new ProtobufCodec(), 242, 2),
                new Expected(ThriftCodec.compact(), 243, 1),
                new Expected(ThriftCodec.binary(), 352, 4),
                new Expected(new FlatbuffersCodec(), 424, 1))) {
            Coder<MediaContent> coder = expected.codec.open(EdgeValues.MEDIA_CONTENT);
            Frame frame = new Frame();
            coder.encode(EdgeValues.published(), frame);
            assertThat(frame.length())
                    .as(expected.codec.id())
                    .isCloseTo(expected.published + expected.hasBitrate, withinPercentage(4));
        }
    }
}
