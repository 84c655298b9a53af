package dev.pipemark.codecs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pipemark.api.Coder;
import dev.pipemark.model.Task;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Catches functions that travel within one JVM only, or that need JVM flags to arrive. */
class FunctionsTest {
    @ParameterizedTest
    @ValueSource(strings = {"java", "kryo-graph", "fory", "fory-graph"})
    void functionsRunInAnotherJvm(String codec, @TempDir Path folder) throws Exception {
        Coder<Task> coder = Messages.codec(codec).open(Functions.shapeFor(codec));
        List<String> here = new ArrayList<>();
        for (Task function : Functions.all().values()) {
            Files.write(folder.resolve(Integer.toString(here.size())), Messages.encode(coder, function));
            here.add(Long.toString(function.applyAsLong(-42)));
        }
        ChildJvm.Ended there =
                ChildJvm.run(folder, CallInOtherJvm.class, codec, folder.toString(), Integer.toString(here.size()));
        assertThat(there.exitCode()).as(there.errors()).isZero();
        assertThat(there.output().lines())
                .as("results of " + Functions.all().keySet())
                .containsExactlyElementsOf(here);
    }
}
