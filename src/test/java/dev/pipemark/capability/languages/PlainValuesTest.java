package dev.pipemark.capability.languages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pipemark.probe.values.Value;
import dev.pipemark.probe.values.Values;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Catches a value that two tables have, and a name that means another value in the matrix of codecs. */
final class PlainValuesTest {
    @Test
    void valuesHaveNamesOfTheirOwn() {
        List<String> ids = PlainValues.topics().stream()
                .flatMap(topic -> topic.values().stream())
                .<String>map(Value::id)
                .toList();
        assertThat(ids).hasSizeBetween(80, 130).doesNotHaveDuplicates();
        assertThat(ids).allMatch(id -> id.matches("[a-z0-9]+(-[a-z0-9]+)*"));
    }

    @Test
    void knownNamesMeanTheSameValue() {
        Map<String, Value<?>> known = Values.byId();
        PlainValues.byId().forEach((id, value) -> {
            Value<?> other = known.get(id);
            if (other != null) {
                assertThat(value.summary()).as(id).isEqualTo(other.summary());
                assertThat(value.shape()).as(id).isEqualTo(other.shape());
            }
        });
    }
}
