package dev.pipemark.capability;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Catches reasons that differ from run to run, because they contain the name of a folder. */
class TextsTest {
    @ParameterizedTest
    @ValueSource(strings = {"/tmp/pipemark-probe-12/worker-345/", "/worker-345/"})
    void foldersOfWorkersAreLeftOut(String folder) {
        assertThat(Texts.line("it was 'a', is '" + folder + "a' of file://" + folder + "a"))
                .isEqualTo("it was 'a', is '(working directory)/a' of file://(working directory)/a");
    }

    @Test
    void folderOfThisProcessIsLeftOut() {
        assertThat(Texts.line("no " + Path.of("a").toAbsolutePath())).isEqualTo("no (working directory)/a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/tmp/worker-345.log", "/tmp/worker-a/b", "worker-345", "/tmp/a/b"})
    void otherNamesStay(String detail) {
        assertThat(Texts.line(detail)).isEqualTo(detail);
    }
}
