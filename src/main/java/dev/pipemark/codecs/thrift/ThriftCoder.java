package dev.pipemark.codecs.thrift;

import dev.pipemark.api.Coder;
import dev.pipemark.api.Frame;
import dev.pipemark.codecs.shared.Mapped;
import org.apache.thrift.TConfiguration;
import org.apache.thrift.TException;
import org.apache.thrift.TSerializable;
import org.apache.thrift.protocol.TBinaryProtocol;
import org.apache.thrift.protocol.TCompactProtocol;
import org.apache.thrift.protocol.TProtocol;
import org.apache.thrift.protocol.TProtocolException;
import org.apache.thrift.transport.TMemoryInputTransport;
import org.apache.thrift.transport.TTransport;
import org.apache.thrift.transport.TTransportException;

/** One protocol for each direction, reused for all messages. */
final class ThriftCoder<T, S extends TSerializable> implements Coder<T> {
    private final ThriftMapping<T, S> mapping;
    private final FrameTransport output;
    private final TMemoryInputTransport input;
    private final TProtocol writer;
    private final TProtocol reader;

    private ThriftCoder(ThriftMapping<T, S> mapping, ThriftCodec.Protocol protocol) throws TTransportException {
        this.mapping = mapping;
        // By default, the library refuses messages above 100 MiB.
        TConfiguration configuration =
                TConfiguration.custom().setMaxMessageSize(Frame.limit()).build();
        output = new FrameTransport(configuration);
        input = new TMemoryInputTransport(configuration);
        writer = over(output, protocol);
        reader = over(input, protocol);
    }

    private static TProtocol over(TTransport transport, ThriftCodec.Protocol protocol) {
        return switch (protocol) {
            case COMPACT -> new TCompactProtocol(transport);
            case BINARY -> new TBinaryProtocol(transport);
        };
    }

    /** The cast is safe because {@code shape} stands for the shape of {@code T}. */
    @SuppressWarnings("unchecked")
    static <T> Coder<T> open(Mapped shape, ThriftCodec.Protocol protocol) {
        try {
            return new ThriftCoder<>((ThriftMapping<T, TSerializable>) ThriftMappings.of(shape), protocol);
        } catch (TTransportException e) {
            throw new IllegalStateException("a transport in memory needs nothing that could fail", e);
        }
    }

    /** A message that failed may have left the protocol inside of a struct, so each one begins with a reset. */
    @Override
    public void encode(T value, Frame out) throws TException {
        S struct = mapping.toStruct(value);
        output.begin(out);
        writer.reset();
        struct.write(writer);
    }

    @Override
    public T decode(Frame in) throws TException {
        S struct = mapping.empty();
        input.reset(in.array(), in.offset(), in.length());
        reader.reset();
        struct.read(reader);
        if (input.getBytesRemainingInBuffer() > 0) {
            throw new TProtocolException(TProtocolException.INVALID_DATA, "bytes are left behind the value");
        }
        return mapping.fromStruct(struct);
    }
}
