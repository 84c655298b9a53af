package dev.pipemark.cli;

import dev.pipemark.capability.ValueProbe;
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
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * A checked request about classes of the user's own.
 *
 * @param wish the classes, and how their values are made
 * @param values the file with values, or {@code null} if the suite makes them
 * @param jars the user's jars
 * @param codecs the patterns by which the user names codecs
 */
record Yours(Wish wish, @Nullable Path values, List<Path> jars, List<String> codecs) {
    /** The folders in which the jar of an application has its classes, in the form of packages. No class loads from there. */
    private static final List<String> PACKAGED = List.of("BOOT-INF.classes.", "WEB-INF.classes.");

    /**
     * Checks a request.
     *
     * @param values a file with values, or {@code null} if the suite makes them
     * @param codecs the patterns by which the user names codecs
     * @throws UsageException if two options exclude each other, or if the file cannot be read
     */
    static Yours of(YourOptions options, @Nullable Path values, List<Path> jars, List<String> codecs)
            throws UsageException {
        Wish wish = options.wish();
        if (values == null) {
            return new Yours(wish, null, jars, codecs);
        }
        String name = String.valueOf(values.getFileName());
        if (wish.types().size() > 1) {
            throw new UsageException("--values " + values + " holds values of one type: give one --class with it");
        } else if (!Files.isRegularFile(values) || !Files.isReadable(values)) {
            throw new UsageException("--values " + values + ": this file does not exist or cannot be read");
        } else if (!FileValues.ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1))) {
            throw new UsageException("--values " + values
                    + ": the name has to end in .json, .jsonl or .ndjson (bound by Jackson) or in .ser (java.io)");
        } else if (options.size != null || options.nullShare != null || options.depth != null) {
            throw new UsageException(
                    "--size, --null-share and --depth say how values are made: leave them out with --values");
        }
        return new Yours(wish.from(name), values, jars, codecs);
    }

    /** Returns the ids of the payloads. */
    List<String> payloads() {
        return List.copyOf(wish.ids().keySet());
    }

    /**
     * Returns the suite with these classes as payloads, and with everything else in the user's jars.
     *
     * @param results the folder for the jar that names the classes
     */
    Stock stock(Path results) throws UsageException {
        if (!jars.stream().allMatch(Yours::isJar)) {
            // One of the files is not a jar. This call throws an exception with the reason.
            return Stock.with(jars, codecs);
        }
        ClassLoader loader = Stock.loader(jars);
        Path jar;
        try {
            jar = YourJar.write(wish, values == null ? Path.of("") : values, jars, loader, results);
        } catch (TypeNames.UnknownClassException e) {
            throw unknown(e.name());
        } catch (NoClassDefFoundError e) {
            throw missing(String.valueOf(e.getMessage()).replace('/', '.'));
        } catch (UnsupportedClassVersionError e) {
            // This call throws an exception that names the jar, the class and both versions of Java.
            return Stock.with(jars, codecs);
        } catch (LinkageError e) {
            throw new UsageException("--class: a class of the jars cannot be loaded: " + e);
        } catch (TypeNotPresentException e) {
            throw missing(e.typeName());
        } catch (IllegalArgumentException e) {
            throw new UsageException("--class " + e.getMessage());
        } catch (NoSuchFileException e) {
            throw new UsageException("there is no " + e.getMessage());
        } catch (IOException e) {
            throw unwritable(results, e);
        }
        return with(jar);
    }

    /**
     * Returns the same suite with samples of the values, and with the values that were kept. Other processes then need not make
     * these values. The jar that contains them stays with the results, since a run is resumed with it.
     *
     * @param stock the suite that {@link #stock} returned
     */
    Stock knowing(Stock stock, ValueProbe.Originals originals, Path results) throws UsageException {
        List<Path> before = stock.userJars();
        try {
            Path jar = YourJar.knowing(before.get(before.size() - 1), originals.samples(), originals.kept(), results);
            return with(jar).with(originals.makings());
        } catch (IOException e) {
            throw unwritable(results, e);
        }
    }

    private Stock with(Path jar) {
        List<Path> all = new ArrayList<>(jars);
        all.add(jar);
        return Stock.with(all, codecs);
    }

    private static boolean isJar(Path path) {
        try (ZipFile jar = new ZipFile(path.toFile())) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static UsageException unwritable(Path results, IOException e) {
        return new UsageException("cannot write results to " + results.toAbsolutePath() + " ("
                + UsageException.reason(e) + "): choose another place with --results");
    }

    private static UsageException missing(String name) {
        return new UsageException(
                "--class: a class needs " + name + ", which no jar contains: add its jar by another --user-jar");
    }

    private UsageException unknown(String name) {
        List<String> entries = entries();
        for (String folder : PACKAGED) {
            if (entries.stream().anyMatch(entry -> entry.startsWith(folder))) {
                return new UsageException("--class: there is no class " + name + where() + "; a jar has its classes in "
                        + folder.replace('.', '/') + ": unpack it, and give the plain jar of the classes");
            }
        }
        List<String> known =
                entries.stream().map(entry -> entry.replace('$', '.')).toList();
        // A name without its package is far from the whole name by the number of edits.
        String meant = known.stream()
                .filter(each -> each.endsWith("." + name))
                .findFirst()
                .orElse(name);
        return new UsageException("--class: there is no class " + name + where() + Suggestion.phrase(meant, known));
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

    /** Returns the names of all classes of the jars, or none if a jar cannot be read. */
    private List<String> entries() {
        try {
            return JarClasses.names(jars);
        } catch (IOException e) {
            return List.of();
        }
    }
}
