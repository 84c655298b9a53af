package dev.pipemark.capability.languages;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A program in another language that serves as a worker.
 *
 * @param name the name in reports, such as {@code python}
 */
public record Language(String name, Path program) {
    /** The folder of the programs that {@code scripts/build-workers} builds. */
    private static final Path BUILT = Path.of("target", "workers");

    /** Returns the programs that the suite brings. They may not be built. */
    public static List<Language> built() {
        return List.of(new Language("python", BUILT.resolve("python")), new Language("cpp", BUILT.resolve("cpp")));
    }

    /** Returns why the program cannot be started, or an empty text if there is an executable file. */
    public String missing() {
        return Files.isRegularFile(program) && Files.isExecutable(program)
                ? ""
                : "there is no program " + program + ": run scripts/build-workers";
    }

    List<String> command() {
        return List.of(program.toAbsolutePath().toString());
    }
}
