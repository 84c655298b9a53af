package dev.pipemark.codecs.jackson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pipemark.api.Coder;
import dev.pipemark.api.Frame;
import dev.pipemark.api.Shape;
import dev.pipemark.api.TypeOf;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.exc.InvalidTypeIdException;

/** Catches a validator that lets a sender choose a class outside the shape. */
class TypedJsonTest {
    private static final Shape<List<Object>> SHAPE =
            Shape.of(new TypeOf<List<Object>>() {}, ArrayList.class, Listed.class);

    static class Listed {
        public int value;
    }

    /** A subclass of a listed class whose name begins like the listed name. */
    static final class ListedAndMore extends Listed {}

    /** Records its loading in a class that stays loaded. */
    static final class Foreign {
        static {
            Witness.LOADED.incrementAndGet();
        }

        public int value;
    }

    static final class Witness {
        static final AtomicInteger LOADED = new AtomicInteger();
    }

    private static Object decode(String json) throws Exception {
        Coder<List<Object>> coder = JacksonCodec.typedJson().open(SHAPE);
        Frame frame = new Frame();
        frame.write(json.getBytes(StandardCharsets.UTF_8));
        return coder.decode(frame);
    }

    private static String listOf(String className, String value) {
        return "[\"java.util.ArrayList\",[[\"" + className + "\"," + value + "]]]";
    }

    @Test
    void listedClassIsAccepted() throws Exception {
        assertThat(decode(listOf(Listed.class.getName(), "{\"value\":7}")))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
                .singleElement()
                .satisfies(value -> assertThat(((Listed) value).value).isEqualTo(7));
    }

    @Test
    void foreignClassIsRefusedBeforeLoading() {
        assertThatThrownBy(() -> decode(listOf("dev.pipemark.codecs.jackson.TypedJsonTest$Foreign", "{\"value\":7}")))
                .isInstanceOf(InvalidTypeIdException.class)
                .hasMessageContaining("TypedJsonTest$Foreign");
        assertThat(Witness.LOADED).hasValue(0);
    }

    @Test
    void classSimilarToListedOneIsRefused() {
        for (String name : List.of(
                ListedAndMore.class.getName(),
                "java.util.concurrent.CopyOnWriteArrayList",
                "[L" + Listed.class.getName() + ";",
                "java.util.ArrayList<" + ListedAndMore.class.getName() + ">",
                "java.io.File",
                "java.net.URL",
                "java.lang.Class")) {
            String value = name.contains("List<") || name.endsWith("List") ? "[]" : "\"x\"";
            assertThatThrownBy(() -> decode(listOf(name, value))).as(name).isInstanceOf(InvalidTypeIdException.class);
        }
    }

    @Test
    void rootClassIsChecked() {
        assertThatThrownBy(() -> decode("[\"java.util.concurrent.CopyOnWriteArrayList\",[]]"))
                .isInstanceOf(InvalidTypeIdException.class);
    }
}
