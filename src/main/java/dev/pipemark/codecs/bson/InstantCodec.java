package dev.pipemark.codecs.bson;

import java.time.Instant;
import org.bson.BsonReader;
import org.bson.BsonWriter;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;

/**
 * Writes an instant as a document of its seconds and nanoseconds. The driver's own codec writes a BSON date. A date has
 * milliseconds, so the rest would be lost without a warning.
 */
final class InstantCodec implements Codec<Instant> {
    @Override
    public void encode(BsonWriter writer, Instant value, EncoderContext context) {
        writer.writeStartDocument();
        writer.writeInt64("seconds", value.getEpochSecond());
        writer.writeInt32("nanos", value.getNano());
        writer.writeEndDocument();
    }

    @Override
    public Instant decode(BsonReader reader, DecoderContext context) {
        reader.readStartDocument();
        long seconds = reader.readInt64("seconds");
        int nanos = reader.readInt32("nanos");
        reader.readEndDocument();
        return Instant.ofEpochSecond(seconds, nanos);
    }

    @Override
    public Class<Instant> getEncoderClass() {
        return Instant.class;
    }
}
