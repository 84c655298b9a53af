package dev.pipemark.capability.languages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pipemark.probe.values.Scope;
import dev.pipemark.probe.values.Value;
import dev.pipemark.record.ValueOutcome;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Catches a description that loses a part of the value, and nonsense that is read as a description. */
final class DescriptionsTest {
    private static final long STACK = 4L << 20;

    static List<String> ids() {
        return List.copyOf(PlainValues.byId().keySet());
    }

    @ParameterizedTest
    @MethodSource("ids")
    void eachValueIsExactByItsOwnDescription(String id) throws Exception {
        FutureTask<Boolean> task = new FutureTask<>(() -> isExactByItsOwnDescription(id));
        // Workers have a stack for 1,000 levels of nesting.
        new Thread(null, task, "deep", STACK).start();
        assertThat(task.get()).isTrue();
    }

    private static boolean isExactByItsOwnDescription(String id) throws Exception {
        Value<?> value = Objects.requireNonNull(PlainValues.byId().get(id));
        try (Scope scope = new Scope()) {
            Neutral original = Original.of(value.make(scope));
            String description = Descriptions.of(original);
            Neutral read = DescriptionReader.read(description);
            assertThat(Descriptions.of(read)).isEqualTo(description);
            assertThat(Descriptions.of(Original.of(value.make(scope)))).isEqualTo(description);
            return Seen.of(original, read).outcome() == ValueOutcome.EXACT;
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "[]",
                "{}",
                "tag:undefined",
                "tag:timestamp(int:1,int:2)",
                "tag:msgpack--1(bytes:00)",
                "text!ff",
                "message:a.B{c_d:[int:1],e:message:F{}}",
                "{int:1:null,int:1:true}",
                "text:\"\\u0022\\u005c\\u0000a\"",
            })
    void descriptionIsReadWhole(String description) {
        assertThat(Descriptions.of(DescriptionReader.read(description))).isEqualTo(description);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "hello | the description has 'h' at character 0, instead of a value",
                "int:x | the description has 'x' at character 4, instead of digits",
                "[int:1 | the description has its end at character 6, instead of ]",
                "nullnull | the description has 'n' at character 4, instead of the end",
                "bytes:abc | the description has its end at character 9, instead of one more hexadecimal digit",
                "float:00 | the description has its end at character 8, instead of 16 hexadecimal digits",
                "text:\"\\x\" | the description has '\\' at character 6, instead of \\u or a quotation mark",
            })
    void nonsenseIsRefusedWithItsPlace(String nonsense, String message) {
        assertThatThrownBy(() -> DescriptionReader.read(nonsense))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }
}
