package dev.pipemark.cli;

import dev.pipemark.run.Stock;
import dev.pipemark.yours.JarClasses;
import dev.pipemark.yours.TypeNames;
import dev.pipemark.yours.Wish;
import dev.pipemark.yours.YourJar;
import dev.pipemark.yours.read.FileValues;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the user asks about classes of their own, checked.
 *
 * @param wish which they are, and how values are made
 * @param values the file with values; {@code null} where they are made
 * @param jars the user's
 */
record Yours(Wish wish, @Nullable Path values, List<Path> jars) {
    /**
     * @param values a file; {@code null} for values that are made
     * @throws UsageException when an option does not go with another, or the file cannot be read
     */
    static Yours of(YourOptions options, @Nullable Path values, List<Path> jars) throws UsageException {
        Wish wish = options.wish();
        if (values == null) {
            return new Yours(wish, null, jars);
        }
        String name = String.valueOf(values.getFileName());
        if (wish.types().size() > 1) {
            throw new UsageException("--values " + values + " holds values of one type: give one --class with it");
        } else if (!Files.isRegularFile(values) || !Files.isReadable(values)) {
            throw new UsageException("--values " + values + ": there is no such file that can be read");
        } else if (!FileValues.ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1))) {
            throw new UsageException("--values " + values
                    + ": the name has to end in .json, .jsonl or .ndjson (bound by Jackson) or in .ser (java.io)");
        }
        return new Yours(wish.from(name), values, jars);
    }

    /** The ids of the payloads. */
    List<String> payloads() {
        return List.copyOf(wish.ids().keySet());
    }

    /** The suite with these classes as payloads, and with what else is in the user's jars. */
    Stock stock(Path results) throws UsageException {
        if (!jars.stream().allMatch(Files::isRegularFile)) {
            // Says what is wrong with it.
            return Stock.with(jars);
        }
        ClassLoader loader = Stock.loader(jars);
        Path jar;
        try {
            jar = YourJar.write(wish, values == null ? Path.of("") : values, jars, loader, results);
        } catch (TypeNames.UnknownClassException e) {
            throw new UsageException(
                    "--class: there is no class " + e.name() + where() + Suggestion.phrase(e.name(), known()));
        } catch (NoClassDefFoundError e) {
            throw missing(String.valueOf(e.getMessage()).replace('/', '.'));
        } catch (TypeNotPresentException e) {
            throw missing(e.typeName());
        } catch (IllegalArgumentException e) {
            throw new UsageException("--class " + e.getMessage());
        } catch (NoSuchFileException e) {
            throw new UsageException("there is no " + e.getMessage());
        } catch (IOException e) {
            throw new UsageException("cannot write results to " + results.toAbsolutePath() + " ("
                    + UsageException.reason(e) + "): --results names another place");
        }
        List<Path> all = new ArrayList<>(jars);
        all.add(jar);
        return Stock.with(all);
    }

    private static UsageException missing(String name) {
        return new UsageException(
                "--class: a class needs " + name + ", which is in none of the jars: add its jar by another --user-jar");
    }

    private String where() {
        return jars.isEmpty()
                ? " in Java: name the jar that has it by --user-jar"
                : " in "
                        + jars.stream()
                                .map(each -> String.valueOf(each.getFileName()))
                                .collect(Collectors.joining(", "))
                        + ", nor in Java";
    }

    private List<String> known() {
        try {
            return JarClasses.names(jars).stream()
                    .map(name -> name.replace('$', '.'))
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }
}
