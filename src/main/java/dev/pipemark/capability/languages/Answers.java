package dev.pipemark.capability.languages;

import dev.pipemark.api.WireFormat;
import dev.pipemark.capability.Arrival;
import dev.pipemark.record.ValueOutcome;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The answers of {@link LanguageService} as bytes. */
final class Answers {
    private Answers() {}

    static void write(Optional<WireFormat> format, DataOutputStream out) throws IOException {
        out.writeUTF(format.map(WireFormat::name).orElse(""));
        out.writeUTF(format.map(WireFormat::message).orElse(""));
    }

    static Optional<WireFormat> format(byte[] answer) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(answer));
        String name = in.readUTF();
        return name.isEmpty() ? Optional.empty() : Optional.of(new WireFormat(name, in.readUTF()));
    }

    static void write(Arrival arrival, DataOutputStream out) throws IOException {
        out.writeUTF(arrival.outcome().name());
        out.write(arrival.detail().getBytes(StandardCharsets.UTF_8));
    }

    static Arrival arrival(byte[] answer) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(answer));
        return new Arrival(ValueOutcome.valueOf(in.readUTF()), new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
}
