package dev.pipemark.payloads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pipemark.api.Payload;
import dev.pipemark.model.Call;
import dev.pipemark.model.Reading;
import dev.pipemark.model.Scale;
import dev.pipemark.model.Task;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.lang.invoke.SerializedLambda;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FunctionsTest {
    private static final NamedCalls NAMED = new NamedCalls();

    static List<Payload<Task>> tasks() {
        List<Payload<Task>> tasks = new ArrayList<>();
        for (Payload<?> payload : Functions.all()) {
            if (payload instanceof TaskPayload task) {
                tasks.add(task);
            }
        }
        return tasks;
    }

    /** Catches a function that is never run, or that is run with the wrong argument. */
    @Test
    void functionsReturnExpectedResults() throws Exception {
        assertThat(run("lambda", 1, 10)).isEqualTo(317L);
        assertThat(run("static-method-reference", 1, 1)).isEqualTo(Long.rotateLeft(0x9E3779B97F4A7C15L, 21));
        Reading reading = Instances.reading(new SplitMix64(9));
        assertThat(run("lambda-capturing", 9, 10))
                .isEqualTo(10L * reading.sensor() + reading.timestamp() + SplitMix64.mix(9));
        Scale scale = (Scale) task("task-class").create(9);
        assertThat(run("task-class", 9, 10)).isEqualTo(10 * scale.factor() + scale.offset());
        assertThat(run("bound-method-reference", 9, 10)).isEqualTo(10 * scale.factor() + scale.offset());
        assertThat(run("composed", 9, 10))
                .isEqualTo((long) run("static-method-reference", 0, 10) * scale.factor() + scale.offset());
    }

    /** Catches a function that is not serializable, as most lambdas are not. */
    @ParameterizedTest
    @MethodSource("tasks")
    void tasksSurviveJavaSerialization(Payload<Task> payload) throws Exception {
        Task sent = payload.create(11);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(sent);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertThat(payload.same(sent, in.readObject())).isTrue();
        }
    }

    /**
     * Catches a shape that omits the class that contains a lambda, or a class that it captures. Codecs with
     * registration encode such a function, and then fail in the other JVM.
     */
    @ParameterizedTest
    @MethodSource("tasks")
    void shapesListCapturingAndCapturedClasses(Payload<Task> payload) throws Exception {
        Set<Class<?>> met = new LinkedHashSet<>();
        collect(payload.create(3), met);

        assertThat(payload.shape().classes()).containsExactlyInAnyOrderElementsOf(met);
    }

    /** Catches names that call the wrong method or use the wrong arguments. */
    @Test
    void namedCallsRun() throws Exception {
        String functions = NamedFunctions.class.getName();

        assertThat(NAMED.use(new Call(functions, "multiplyAdd", List.of(3L, 4L)), 10))
                .isEqualTo(34L);
        assertThat(NAMED.use(new Call(functions, "rotateXor", List.of(4L, 1L)), 2))
                .isEqualTo(33L);
        for (int seed = 0; seed < 64; seed++) {
            assertThat(NAMED.use(NAMED.create(seed), seed)).isNotNull();
        }
    }

    /** Catches a lookup that lets a peer choose the class, or call a method that is not meant to be called. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "java.lang.System currentTimeMillis 0",
                "java.lang.Math addExact 1",
                "java.lang.Thread sleep 0",
                "dev.pipemark.payloads.NamedFunctions multiplyAdd 1",
                "dev.pipemark.payloads.NamedFunctions multiplyAdd 3",
                "dev.pipemark.payloads.NamedFunctions wait 0",
                "dev.pipemark.payloads.NamedFunctions hashCode 0",
                "dev.pipemark.payloads.NamedFunctions MULTIPLYADD 2",
                "dev.pipemark.payloads.NamedCalls multiplyAdd 2",
                "dev/pipemark/payloads/NamedFunctions multiplyAdd 2",
            })
    void otherMethodsCannotBeNamed(String classMethodCount) {
        String[] parts = classMethodCount.split(" ", -1);
        List<Long> arguments = java.util.Collections.nCopies(Integer.parseInt(parts[2]), 1L);

        assertThatThrownBy(() -> NAMED.use(new Call(parts[0], parts[1], arguments), 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("may not be called")
                .hasMessageContaining("multiplyAdd/3");
    }

    private static Payload<Task> task(String id) {
        return tasks().stream()
                .filter(payload -> payload.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Object run(String id, long seed, long argument) throws Exception {
        Payload<Task> payload = task(id);
        Object result = Objects.requireNonNull(payload.use(payload.create(seed), argument));
        assertThat(result).isInstanceOf(payload.reply().rawType());
        return result;
    }

    private static void collect(Object value, Set<Class<?>> classes) throws Exception {
        if (!value.getClass().isHidden()) {
            classes.addAll(Description.classesIn(value));
            return;
        }
        Method writeReplace = value.getClass().getDeclaredMethod("writeReplace");
        writeReplace.setAccessible(true);
        SerializedLambda lambda = (SerializedLambda) writeReplace.invoke(value);
        classes.add(Class.forName(lambda.getCapturingClass().replace('/', '.')));
        for (int i = 0; i < lambda.getCapturedArgCount(); i++) {
            collect(lambda.getCapturedArg(i), classes);
        }
    }
}
