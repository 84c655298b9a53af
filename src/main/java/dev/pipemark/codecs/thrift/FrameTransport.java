package dev.pipemark.codecs.thrift;

import dev.pipemark.api.Frame;
import dev.pipemark.api.FrameTooLargeException;
import org.apache.thrift.TConfiguration;
import org.apache.thrift.transport.TEndpointTransport;
import org.apache.thrift.transport.TTransportException;

/** Writes into a frame, so that the message needs no copy. It cannot be read from. */
final class FrameTransport extends TEndpointTransport {
    private Frame frame = new Frame();

    FrameTransport(TConfiguration configuration) throws TTransportException {
        super(configuration);
    }

    /** Starts behind the message in this frame. */
    void begin(Frame out) {
        frame = out;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws TTransportException {
        try {
            frame.write(bytes, offset, length);
        } catch (FrameTooLargeException e) {
            throw new TTransportException(TTransportException.MESSAGE_SIZE_LIMIT, e.getMessage(), e);
        }
    }

    @Override
    public int read(byte[] bytes, int offset, int length) {
        throw new UnsupportedOperationException("this transport only writes");
    }

    @Override
    public boolean isOpen() {
        return true;
    }

    @Override
    public void open() {}

    @Override
    public void close() {}
}
