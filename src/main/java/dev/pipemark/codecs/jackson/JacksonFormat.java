package dev.pipemark.codecs.jackson;

import dev.pipemark.api.Declaration;
import dev.pipemark.api.WireFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A data format of Jackson 3. */
enum JacksonFormat {
    JSON(WireFormat.JSON, "yes: JSON", "https://www.rfc-editor.org/rfc/rfc8259"),
    CBOR(WireFormat.CBOR, "yes: CBOR", "https://www.rfc-editor.org/rfc/rfc8949"),
    /** Readers of Smile are rare. */
    SMILE(null, "yes, where there is a reader of Smile", "https://github.com/FasterXML/smile-format-specification"),
    ION(null, "yes: Ion", "https://amazon-ion.github.io/ion-docs/"),
    /** Other languages do not have the schemas that Jackson generates. */
    AVRO(
            null,
            "yes: Avro, with the schema that the sender's Jackson generates",
            "https://github.com/FasterXML/jackson-dataformats-binary/tree/3.x/avro");

    private final Optional<WireFormat> wireFormat;
    private final Declaration crossLanguage;

    JacksonFormat(@Nullable WireFormat wireFormat, String answer, String source) {
        this.wireFormat = Optional.ofNullable(wireFormat);
        this.crossLanguage = new Declaration(Declaration.CROSS_LANGUAGE, answer, source);
    }

    /** Returns the format of the messages for workers in other languages, if there are such workers for it. */
    Optional<WireFormat> wireFormat() {
        return wireFormat;
    }

    Declaration crossLanguage() {
        return crossLanguage;
    }
}
