package dev.pipemark.codecs.protobuf;

import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.MessageLite;
import com.google.protobuf.Parser;
import dev.pipemark.api.Coder;
import dev.pipemark.api.Frame;
import dev.pipemark.codecs.shared.Mapped;
import java.io.IOException;

final class ProtobufCoder<T, M extends MessageLite> implements Coder<T> {
    private final SchemaMapping<T, M> mapping;
    private final Parser<M> parser;

    private ProtobufCoder(SchemaMapping<T, M> mapping) {
        this.mapping = mapping;
        parser = mapping.parser();
    }

    /** The cast is safe because {@code shape} stands for the shape of {@code T}. */
    @SuppressWarnings("unchecked")
    static <T> Coder<T> open(Mapped shape) {
        return new ProtobufCoder<>((SchemaMapping<T, MessageLite>) ProtobufMappings.of(shape));
    }

    @Override
    public void encode(T value, Frame out) throws IOException {
        M message = mapping.toMessage(value);
        int size = message.getSerializedSize();
        out.reserve(size);
        CodedOutputStream coded = CodedOutputStream.newInstance(out.array(), out.end(), size);
        message.writeTo(coded);
        coded.checkNoSpaceLeft();
        out.adopt(out.array(), out.offset(), out.end() + size);
    }

    @Override
    public T decode(Frame in) throws IOException {
        return mapping.fromMessage(parser.parseFrom(in.array(), in.offset(), in.length()));
    }
}
