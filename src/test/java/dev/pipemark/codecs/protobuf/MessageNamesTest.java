package dev.pipemark.codecs.protobuf;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Message;
import dev.pipemark.codecs.shared.Mapped;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Catches a message name that the schema does not have: workers in other languages look messages up by name. */
final class MessageNamesTest {
    @ParameterizedTest
    @EnumSource(Mapped.class)
    void nameIsThatOfGeneratedMessage(Mapped shape) throws Exception {
        Message empty = (Message) ProtobufMappings.of(shape).parser().parseFrom(new byte[0]);
        assertThat(shape.message()).isEqualTo(empty.getDescriptorForType().getFullName());
    }
}
