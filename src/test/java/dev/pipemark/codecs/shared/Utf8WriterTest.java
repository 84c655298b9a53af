package dev.pipemark.codecs.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pipemark.api.Frame;
import dev.pipemark.codecs.EdgeValues;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Catches text that changes on its way into a frame. */
class Utf8WriterTest {
    static List<String> texts() {
        return List.of(
                "",
                "ascii",
                EdgeValues.UNICODE,
                "\u007f\u0080\u07ff\u0800\ud7ff\ue000\uffff\ud800\udc00\udbff\udfff",
                // Long enough for several chunks. One of them ends within a surrogate pair.
                "x".repeat(511) + "\ud83d\ude00" + EdgeValues.UNICODE.repeat(300));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void textIsAppendedAsUtf8(String text) throws Exception {
        Frame frame = new Frame();
        frame.write('<');
        Utf8Writer writer = new Utf8Writer().to(frame);
        writer.write(text);
        writer.write(text.toCharArray());
        for (char c : text.toCharArray()) {
            writer.write(c);
        }
        writer.append(text, 0, text.length());
        assertThat(frame.toByteArray()).isEqualTo(("<" + text.repeat(4)).getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\ud800b", "a\udc00b", "\ud800\ud800\udc00"})
    void halfSurrogatePairIsRefused(String text) throws Exception {
        Frame frame = new Frame();
        Utf8Writer writer = new Utf8Writer().to(frame);
        assertThatThrownBy(() -> writer.write(text))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("half a surrogate pair");

        frame.reset();
        writer.to(frame).write("next");
        assertThat(frame.toByteArray()).isEqualTo("next".getBytes(StandardCharsets.UTF_8));
    }
}
