package dev.pipemark.codecs.shared;

import dev.pipemark.api.Shape;
import dev.pipemark.api.UnsupportedShapeException;
import java.util.stream.Stream;

/** Records, for libraries that create an object first and set its fields afterwards. Records do not allow that. */
public final class Records {
    private Records() {}

    /**
     * Refuses a shape with a record.
     *
     * @param library the name of the library, for the message
     * @throws UnsupportedShapeException if the shape has a record
     */
    public static void refuse(Shape<?> shape, String library) throws UnsupportedShapeException {
        Class<?> record = Stream.concat(Stream.of(shape.rawType()), shape.classes().stream())
                .filter(Class::isRecord)
                .findFirst()
                .orElse(null);
        if (record != null) {
            throw new UnsupportedShapeException(
                    library + " sets the fields of new objects, which records do not allow: " + record.getName());
        }
    }
}
