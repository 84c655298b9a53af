package dev.pipemark.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.pipemark.codecs.avro.schema.AvroReading;
import dev.pipemark.codecs.protobuf.schema.Wire;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DecoderFactory;
import org.junit.jupiter.api.Test;
import org.msgpack.core.MessagePack;
import org.msgpack.core.MessageUnpacker;
import org.msgpack.value.Value;

/** Catches samples that are not what their descriptions say, in the formats that {@link Impostor} does not have. */
final class SamplesTest {
    @Test
    void messagePackIsReadByItsLibrary() throws IOException {
        Samples samples = Samples.of("msgpack");
        assertThat(samples.values())
                .extracting(sample -> whole(sample.encoded()).toString())
                .containsExactly("null", "true", "{\"id\":1}", "[1,-2,1.5]", "\u00e9\n", "\0\ufffd");
        assertThat(whole(samples.large().encoded()).asStringValue().asString()).hasSize(1 << 20);
        assertThatThrownBy(() -> whole(samples.garbage())).isInstanceOf(Exception.class);
    }

    @Test
    void readingsAreReadBySchema() throws Exception {
        Samples samples = Samples.of("protobuf");
        Wire.Reading first = Wire.Reading.newBuilder()
                .setSensor(7)
                .setTimestamp(300)
                .setValue(1.5)
                .setUnit("m")
                .build();
        Wire.Reading second = first.toBuilder().setUnit("\u00e9\n").build();
        Wire.Reading large = first.toBuilder().setUnit("a".repeat(1 << 20)).build();
        assertThat(samples.values())
                .extracting(Sample::encoded)
                .containsExactly(first.toByteArray(), second.toByteArray());
        assertThat(samples.large().encoded()).isEqualTo(large.toByteArray());
        assertThat(samples.format().message())
                .isEqualTo(Wire.Reading.getDescriptor().getFullName());
        byte[] longer = Arrays.copyOf(first.toByteArray(), first.getSerializedSize() + 1);
        longer[longer.length - 1] = samples.behind();
        assertThatThrownBy(() -> Wire.Reading.parseFrom(longer)).isInstanceOf(InvalidProtocolBufferException.class);
        assertThatThrownBy(() -> Wire.Reading.parseFrom(samples.garbage()))
                .isInstanceOf(InvalidProtocolBufferException.class);
    }

    @Test
    void readingsAreReadByAvro() throws IOException {
        Samples samples = Samples.of("avro");
        assertThat(samples.format().message())
                .isEqualTo(AvroReading.getClassSchema().getFullName());
        assertThat(fields(samples.values().get(0).encoded())).containsExactly(7, 300L, 1.5, "m");
        assertThat(fields(samples.values().get(1).encoded())).containsExactly(7, 300L, 1.5, "\u00e9\n");
        assertThat(fields(samples.large().encoded())).containsExactly(7, 300L, 1.5, "a".repeat(1 << 20));
        assertThatThrownBy(() -> fields(samples.garbage())).isInstanceOf(IOException.class);
    }

    private static List<Object> fields(byte[] encoded) throws IOException {
        BinaryDecoder decoder = DecoderFactory.get().binaryDecoder(encoded, null);
        GenericRecord reading = new GenericDatumReader<GenericRecord>(AvroReading.getClassSchema()).read(null, decoder);
        assertThat(decoder.isEnd()).isTrue();
        return List.of(
                reading.get("sensor"),
                reading.get("timestamp"),
                reading.get("value"),
                String.valueOf(reading.get("unit")));
    }

    private static Value whole(byte[] encoded) {
        try (MessageUnpacker unpacker = MessagePack.newDefaultUnpacker(encoded)) {
            Value value = unpacker.unpackValue();
            assertThat(unpacker.getTotalReadBytes()).isEqualTo(encoded.length);
            return value;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
