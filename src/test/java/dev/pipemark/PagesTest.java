package dev.pipemark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Catches a page with a dead link, with other numbers than the published results, or with too many lines. */
class PagesTest {
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#\\s]*)#?([^)\\s]*)\\)");
    private static final Path README = Path.of("README.md");

    @Test
    void linksLeadSomewhere() throws IOException {
        for (Path page : pages()) {
            Path folder = Objects.requireNonNull(page.toAbsolutePath().getParent());
            for (MatchResult link :
                    LINK.matcher(Files.readString(page)).results().toList()) {
                if (link.group(1).startsWith("https:")) {
                    continue;
                }
                Path target = link.group(1).isEmpty() ? page : folder.resolve(link.group(1));
                assertThat(target).as("%s in %s", link.group(), page).exists();
                if (!link.group(2).isEmpty()) {
                    assertThat(headings(target)).as(link.group()).contains(link.group(2));
                }
            }
        }
    }

    @Test
    void theReadmeLeadsToEveryPage() throws IOException {
        String readme = Files.readString(README);
        assertThat(pages())
                .filteredOn(page -> !page.equals(README))
                .hasSizeGreaterThan(5)
                .allSatisfy(page ->
                        assertThat(readme).contains("](" + page.toString().replace('\\', '/') + ")"));
    }

    @Test
    void theReadmeIsShort() throws IOException {
        assertThat(Files.readAllLines(README)).hasSizeLessThan(150);
    }

    /** The script that writes the tables into the pages also compares them with the results. */
    @Test
    void tablesMatchTheResults() throws Exception {
        Process script = new ProcessBuilder("sh", "scripts/readme", "--check")
                .redirectErrorStream(true)
                .start();
        String said = new String(script.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(script.waitFor()).as(said).isZero();
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> docs = Files.list(Path.of("docs"))) {
            return Stream.concat(
                            Stream.of(README, Path.of("CONTRIBUTING.md")),
                            docs.filter(page -> page.toString().endsWith(".md")).sorted())
                    .toList();
        }
    }

    /** Returns the headings of a page as links name them. */
    private static List<String> headings(Path page) throws IOException {
        return Files.readAllLines(page).stream()
                .filter(line -> line.startsWith("#"))
                .map(line -> line.replaceFirst("#+ ", "")
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\w -]", "")
                        .replace(' ', '-'))
                .toList();
    }
}
