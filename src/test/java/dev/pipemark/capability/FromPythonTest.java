package dev.pipemark.capability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pipemark.probe.values.Values;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Catches a page that refers to rows that the matrix does not have. */
final class FromPythonTest {
    private static final Pattern NAME = Pattern.compile("`([a-z0-9]+(?:-[a-z0-9]+)+)`");
    private static final Set<String> CODECS = Set.of("kryo-graph", "jackson-json");

    @Test
    void everyNamedRowExists() throws Exception {
        List<String> named = NAME.matcher(Files.readString(Path.of("docs", "from-python.md")))
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(named).hasSizeGreaterThan(40);
        Set<String> known =
                Values.all().stream().<String>map(value -> value.id()).collect(Collectors.toSet());
        assertThat(named).allMatch(name -> known.contains(name) || CODECS.contains(name));
    }
}
