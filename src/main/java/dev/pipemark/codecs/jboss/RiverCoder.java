package dev.pipemark.codecs.jboss;

import dev.pipemark.api.Coder;
import dev.pipemark.api.Frame;
import dev.pipemark.codecs.shared.ApplicationLoader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import org.jboss.marshalling.Marshaller;
import org.jboss.marshalling.MarshallerFactory;
import org.jboss.marshalling.Marshalling;
import org.jboss.marshalling.MarshallingConfiguration;
import org.jboss.marshalling.SimpleClassResolver;
import org.jboss.marshalling.Unmarshaller;

/**
 * River on a frame. One marshaller and one unmarshaller are reused. Each message starts and finishes them, so it can be
 * read on its own.
 */
final class RiverCoder<T> implements Coder<T> {
    private final MarshallerFactory factory = Marshalling.getProvidedMarshallerFactory("river");
    private final MarshallingConfiguration configuration;
    private Marshaller marshaller;
    private Unmarshaller unmarshaller;

    private RiverCoder(MarshallingConfiguration configuration) {
        this.configuration = configuration;
        configuration.setClassResolver(new SimpleClassResolver(ApplicationLoader.get()));
        try {
            marshaller = factory.createMarshaller(configuration);
            unmarshaller = factory.createUnmarshaller(configuration);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Creates a coder whose messages name the classes of objects. */
    static <T> Coder<T> withNames() {
        return new RiverCoder<>(new MarshallingConfiguration());
    }

    /** Creates a coder whose messages have numbers for these classes. */
    static <T> Coder<T> withNumbers(Set<Class<?>> classes) {
        MarshallingConfiguration configuration = new MarshallingConfiguration();
        configuration.setClassTable(new ShapeTable(classes));
        return new RiverCoder<>(configuration);
    }

    @Override
    public void encode(T value, Frame out) throws IOException {
        int start = out.end();
        boolean whole = false;
        try {
            marshaller.start(Marshalling.createByteOutput(out));
            marshaller.writeObject(value);
            marshaller.finish();
            whole = true;
        } finally {
            if (!whole) {
                marshaller = factory.createMarshaller(configuration);
                // Add the complete message at once, or nothing.
                out.adopt(out.array(), out.offset(), start);
            }
        }
    }

    // The bytes name the class. The caller must know that it matches T, as with every codec that sends class names.
    @SuppressWarnings("unchecked")
    @Override
    public T decode(Frame in) throws IOException, ClassNotFoundException {
        boolean whole = false;
        try {
            unmarshaller.start(Marshalling.createByteInput(in.input()));
            T value = (T) unmarshaller.readObject();
            unmarshaller.finish();
            whole = true;
            return value;
        } finally {
            if (!whole) {
                unmarshaller = factory.createUnmarshaller(configuration);
            }
        }
    }
}
