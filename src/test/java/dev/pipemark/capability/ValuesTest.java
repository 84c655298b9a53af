package dev.pipemark.capability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pipemark.probe.values.Group;
import dev.pipemark.probe.values.Scope;
import dev.pipemark.probe.values.Value;
import dev.pipemark.probe.values.Values;
import dev.pipemark.record.ValueOutcome;
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

/** Catches a value that cannot be judged: one that looks different whenever it is made, or says nothing at all. */
final class ValuesTest {
    /** Values of which there is nothing more to say. */
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

    /** Catches a group that readers would look for in vain, and two values of one name. */
    @Test
    void thereAreAtLeastOneHundredAndFiftyInTenGroups() {
        Map<Group, Integer> counts = new EnumMap<>(Group.class);
        Values.all().forEach(value -> counts.merge(value.group(), 1, Integer::sum));
        assertThat(counts.keySet()).containsExactlyInAnyOrder(Group.values());
        assertThat(counts.values()).allMatch(count -> count >= 8);
        assertThat(ids()).hasSizeGreaterThanOrEqualTo(150).doesNotHaveDuplicates();
        assertThat(ids()).allMatch(id -> id.matches("[a-z0-9]+(-[a-z0-9]+)*"));
    }

    /** Catches a description with a hash code, a thread's number or a path in it, in one JVM. */
    @ParameterizedTest
    @MethodSource("ids")
    void looksTheSameWheneverItIsMade(String id) throws Exception {
        Value<?> value = Objects.requireNonNull(Values.byId().get(id));
        Place first = describe(value);
        Arrival arrival = Arrival.of(first, describe(value));
        assertThat(arrival).isEqualTo(new Arrival(ValueOutcome.EXACT, ""));
        assertThat(first.text().isEmpty() && first.parts().isEmpty())
                .as("nothing is said of it but its class")
                .isEqualTo(EMPTY.contains(id));
        assertThat(first.toString()).doesNotContain("when looked at");
    }

    /** Catches the same from one JVM to the next: both describe all values, and agree on every place. */
    @Test
    void looksTheSameInEveryJvm() throws Exception {
        WorkerSettings settings = new WorkerSettings(
                System.getProperty("java.class.path"), List.of("-Xmx512m"), folder, Duration.ofMinutes(1));
        ValueProbe probe = new ValueProbe(settings);
        assertThat(probe.originals(ids())).isEqualTo(probe.originals(ids()));
    }

    private static <T> Place describe(Value<T> value) throws Exception {
        try (Scope scope = new Scope()) {
            return Describer.describe(value, value.make(scope));
        }
    }
}
