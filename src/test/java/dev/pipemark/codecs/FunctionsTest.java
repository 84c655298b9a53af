package dev.pipemark.codecs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pipemark.api.Codec;
import dev.pipemark.api.Coder;
import dev.pipemark.api.Use;
import dev.pipemark.model.Task;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Catches functions that work within one JVM only, or that need JVM flags in the other. */
class FunctionsTest {
    /** Codecs that claim functions. Fory also carries functions of registered classes, but does not claim them. */
    static List<String> codecs() {
        List<String> codecs = new ArrayList<>(List.of("fory"));
        Messages.allCodecs().stream()
                .filter(codec -> codec.standsFor().containsKey(Use.FUNCTIONS))
                .map(Codec::id)
                .forEach(codecs::add);
        return codecs;
    }

    @ParameterizedTest
    @MethodSource("codecs")
    void functionsRunInAnotherJvm(String codec, @TempDir Path folder) throws Exception {
        Coder<Task> coder = Messages.codec(codec).open(Functions.SHAPE);
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
