package dev.pipemark.capability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pipemark.probe.values.Group;
import dev.pipemark.probe.values.Scope;
import dev.pipemark.probe.values.Value;
import dev.pipemark.probe.values.Values;
import dev.pipemark.record.ValueOutcome;
import dev.pipemark.worker.QuickStart;
import dev.pipemark.worker.WorkerSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Catches a value that cannot be judged: its description varies or is empty. */
final class ValuesTest {
    /** Values without further content. */
    private static final Set<String> EMPTY = Set.of(
            "string-empty",
            "int-array-empty",
            "collections-empty-list",
            "optional-empty",
            "bare-object",
            "record-empty");

    @TempDir
    Path folder;

    static List<String> ids() {
        return Values.all().stream().<String>map(Value::id).toList();
    }

    /** Catches a missing group, and two values with the same name. */
    @Test
    void matrixHasAtLeast150ValuesInTenGroups() {
        Map<Group, Integer> counts = new EnumMap<>(Group.class);
        Values.all().forEach(value -> counts.merge(value.group(), 1, Integer::sum));
        assertThat(counts.keySet()).containsExactlyInAnyOrder(Group.values());
        assertThat(counts.values()).allMatch(count -> count >= 8);
        assertThat(ids()).hasSizeGreaterThanOrEqualTo(150).doesNotHaveDuplicates();
        assertThat(ids()).allMatch(id -> id.matches("[a-z0-9]+(-[a-z0-9]+)*"));
    }

    /** Catches a description that contains a hash code, a thread number or a path, within one JVM. */
    @ParameterizedTest
    @MethodSource("ids")
    void descriptionIsSameForEachCreation(String id) throws Exception {
        Value<?> value = Objects.requireNonNull(Values.byId().get(id));
        Place first = describe(value);
        Arrival arrival = Arrival.of(first, describe(value));
        assertThat(arrival).isEqualTo(new Arrival(ValueOutcome.EXACT, ""));
        assertThat(first.text().isEmpty() && first.parts().isEmpty())
                .as("nothing is said of it but its class")
                .isEqualTo(EMPTY.contains(id));
        assertThat(first.toString()).doesNotContain("when looked at");
    }

    /** Catches such descriptions between JVMs: two JVMs describe all values and must agree. */
    @Test
    void descriptionIsSameInEveryJvm() throws Exception {
        WorkerSettings settings =
                new WorkerSettings(QuickStart.path(), QuickStart.packed("-Xmx512m"), folder, Duration.ofMinutes(1));
        ValueProbe probe = new ValueProbe(settings);
        assertThat(probe.originals(ids())).isEqualTo(probe.originals(ids()));
    }

    private static <T> Place describe(Value<T> value) throws Exception {
        try (Scope scope = new Scope()) {
            return Describer.describe(value, value.make(scope));
        }
    }
}
