package dev.pipemark.result;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Writes a fork's note, to be read by {@link Json#readNote}. Token by token: a fork ends by writing its note, and loading
 * the data binder for that one file would take longer than what the fork measures.
 */
public final class NoteFile {
    private NoteFile() {}

    /**
     * @throws IOException when the file cannot be written
     */
    public static void write(ForkNote note, Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                JsonGenerator json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), out)) {
            json.writeStartObject();
            json.writeName("metrics");
            json.writeStartObject();
            for (Map.Entry<Metric, Double> metric : note.metrics().entrySet()) {
                json.writeName(metric.getKey().id());
                json.writeNumber(metric.getValue());
            }
            json.writeEndObject();
            json.writeName("facts");
            json.writeStartObject();
            for (Map.Entry<String, String> fact : note.facts().entrySet()) {
                json.writeName(fact.getKey());
                json.writeString(fact.getValue());
            }
            json.writeEndObject();
            json.writeEndObject();
        } catch (JacksonException e) {
            throw new IOException(file + " cannot be written: " + e.getOriginalMessage(), e);
        }
    }
}
