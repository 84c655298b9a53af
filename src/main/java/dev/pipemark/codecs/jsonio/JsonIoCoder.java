package dev.pipemark.codecs.jsonio;

import com.cedarsoftware.io.ClassFactory;
import com.cedarsoftware.io.JsonIo;
import com.cedarsoftware.io.JsonIoException;
import com.cedarsoftware.io.JsonObject;
import com.cedarsoftware.io.ReadOptions;
import com.cedarsoftware.io.ReadOptionsBuilder;
import com.cedarsoftware.io.Resolver;
import com.cedarsoftware.io.TypeHolder;
import com.cedarsoftware.io.WriteOptions;
import com.cedarsoftware.io.WriteOptionsBuilder;
import dev.pipemark.api.Coder;
import dev.pipemark.api.Frame;
import dev.pipemark.api.Shape;
import dev.pipemark.api.UnsupportedShapeException;
import dev.pipemark.codecs.shared.ApplicationLoader;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Formatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The options of json-io for the declared type. NaN and infinity are allowed. Otherwise {@code null} would be sent in
 * their place. Small maps of {@link Map#of} are read as another class, because json-io cannot make them. It
 * closes its streams, which has no effect on a frame.
 */
final class JsonIoCoder<T> implements Coder<T> {
    /**
     * Classes with a constructor that creates a file. json-io tries the constructors of a class with values of the message, and
     * its own list of classes that it never makes lacks these.
     */
    private static final List<Class<?>> CREATING = List.of(PrintStream.class, PrintWriter.class, Formatter.class);

    private final WriteOptions writing;
    private final ReadOptions reading;
    private final TypeHolder<T> type;

    private JsonIoCoder(WriteOptions writing, ReadOptions reading, TypeHolder<T> type) {
        this.writing = writing;
        this.reading = reading;
        this.type = type;
    }

    static <T> Coder<T> open(Shape<T> shape) throws UnsupportedShapeException {
        for (Class<?> listed : shape.classes()) {
            refuseRecordOfObjects(listed);
            refuseCreating(listed);
        }
        ReadOptionsBuilder reading = new ReadOptionsBuilder()
                .allowNanAndInfinity(true)
                .coerceClass(Map.of(1, 1).getClass().getName(), HashMap.class)
                .classLoader(ApplicationLoader.get());
        // A field can have such a class although no message names it.
        CREATING.forEach(type -> reading.addClassFactory(type, new Refusing()));
        return new JsonIoCoder<>(
                new WriteOptionsBuilder().allowNanAndInfinity(true).build(),
                reading.build(),
                TypeHolder.forType(shape.type()));
    }

    /** json-io writes such a record and then fails to read it. */
    private static void refuseRecordOfObjects(Class<?> type) throws UnsupportedShapeException {
        RecordComponent[] components = type.isRecord() ? type.getRecordComponents() : new RecordComponent[0];
        for (RecordComponent component : components) {
            Class<?> held = component.getType();
            if (held.isRecord() || Collection.class.isAssignableFrom(held) || Map.class.isAssignableFrom(held)) {
                throw new UnsupportedShapeException("json-io cannot read a record that holds a record, a collection"
                        + " or a map: " + type.getName() + "." + component.getName());
            }
        }
    }

    private static void refuseCreating(Class<?> type) throws UnsupportedShapeException {
        if (CREATING.stream().anyMatch(creating -> creating.isAssignableFrom(type))) {
            throw new UnsupportedShapeException(creates(type));
        }
    }

    private static String creates(Class<?> type) {
        return "json-io would create a file when it reads a " + type.getName();
    }

    /** Fails in place of making an object. */
    private static final class Refusing implements ClassFactory {
        @Override
        public Object newInstance(Class<?> type, JsonObject fields, Resolver resolver) {
            throw new JsonIoException(creates(type));
        }
    }

    @Override
    public void encode(T value, Frame out) {
        JsonIo.toJson(out, value, writing);
    }

    @Override
    public T decode(Frame in) {
        return JsonIo.toJava(in.input(), reading).asType(type);
    }
}
