package dev.pipemark.codecs.avro;

import java.io.IOException;
import org.apache.avro.Schema;

/**
 * Converts one class to an object that Avro writes, and back.
 *
 * @param <T> the class
 * @param <D> the class of the objects that Avro writes and reads
 */
interface AvroMapping<T, D> {
    Schema schema();

    D toDatum(T value);

    /** Creates the object. Fails if the datum has a value that the class cannot have. */
    T fromDatum(D datum) throws IOException;
}
