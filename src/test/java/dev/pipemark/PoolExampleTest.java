package dev.pipemark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Catches an example that does not compile or run as its comment says, and a page that is outdated.
 * {@code docs/pool.md} quotes code of {@code examples/pool} and its output literally, except process ids.
 */
final class PoolExampleTest {
    private static final Path EXAMPLE = Path.of("examples", "pool", "PoolExample.java");
    private static final Path PAGE = Path.of("docs", "pool.md");
    private static final Pattern COMMAND = Pattern.compile("(?m)^ \\* (javac?) (.+)$");
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w+)\n(.*?)^```$");

    @TempDir
    Path folder;

    private String source;

    @BeforeEach
    void read() throws IOException {
        source = Files.readString(EXAMPLE);
    }

    @Test
    void pageQuotesExample() throws IOException {
        List<String> quotes = blocks("java");

        assertThat(quotes).isNotEmpty();
        assertThat(quotes)
                .allSatisfy(quote ->
                        assertThat(source.replaceAll("(?m)^ +", "")).contains(quote.replaceAll("(?m)^ +", "")));
    }

    @Test
    void pageQuotesCommands() throws IOException {
        assertThat(blocks("sh")).anySatisfy(quote -> assertThat(quote.lines()).containsAll(commands()));
    }

    /** Uses this class path instead of the jar, because tests run before the jar is built. */
    @Test
    void exampleOutputMatchesPage() throws Exception {
        List<String> commands = commands();
        assertThat(commands).hasSize(2);
        String said = "";
        for (String command : commands) {
            said = run(command);
        }

        assertThat(blocks("text")).hasSize(1).first().isEqualTo(said.replaceAll("worker \\d+", "worker 4711"));
    }

    private List<String> commands() {
        return COMMAND.matcher(source)
                .results()
                .map(MatchResult::group)
                .map(line -> line.substring(3))
                .toList();
    }

    private static List<String> blocks(String language) throws IOException {
        return BLOCK.matcher(Files.readString(PAGE))
                .results()
                .filter(block -> block.group(1).equals(language))
                .map(block -> block.group(2))
                .toList();
    }

    private String run(String command) throws Exception {
        String[] words = command.replace("target/benchmarks.jar", System.getProperty("java.class.path"))
                .replace("target/pool-example", folder.resolve("classes").toString())
                .split(" ", -1);
        words[0] = Path.of(System.getProperty("java.home"), "bin", words[0]).toString();
        File log = folder.resolve("said.log").toFile();
        File errors = folder.resolve("errors.log").toFile();
        Process process = new ProcessBuilder(words)
                .redirectOutput(log)
                .redirectError(errors)
                .start();
        try {
            boolean ended = process.waitFor(3, TimeUnit.MINUTES);
            String said = Files.readString(log.toPath());
            assertThat(ended).as("it ended; it said: " + said).isTrue();
            assertThat(process.exitValue())
                    .as(said + Files.readString(errors.toPath()))
                    .isZero();
            return said;
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }
}
