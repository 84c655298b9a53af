package dev.pipemark.yours;

import dev.pipemark.api.Libraries;
import dev.pipemark.capability.Sample;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The classes that a user asks about, and how their values are made. Every process that makes values reads the same wish.
 *
 * @param types as written: {@code com.acme.Order}, {@code java.util.List<com.acme.Order>}; all different
 * @param values the name of the file with values, with its ending, or empty if values are made
 * @param fewest the smallest number of elements of a collection, an array or a map
 * @param most the largest number of elements of these
 * @param nullShare the share of values in which a field that may be null is null, from 0 to 1
 * @param depth the maximum depth of a value, in objects
 * @param implementations the classes that stand for interfaces and abstract classes that are not sealed, by name
 * @param samples the classes and sizes of earlier values, by payload; empty before the first values are made
 */
public record Wish(
        List<String> types,
        String values,
        int fewest,
        int most,
        double nullShare,
        int depth,
        Map<String, List<String>> implementations,
        Map<String, Sample> samples) {
    /** The wish without any option. The numbers are the defaults of Instancio. */
    public static final Wish USUAL = new Wish(List.of(), "", 2, 6, 0, 8, Map.of(), Map.of());

    /** The place of the wish on the class path. */
    static final String RESOURCE = "META-INF/pipemark/yours.properties";

    /** The place of the file with values, without its ending. */
    static final String VALUES = "META-INF/pipemark/values";

    /** The place of the values that an earlier process made, without the id of their payload. */
    static final String KEPT = "META-INF/pipemark/kept/";

    private static final String CLASS = "class.";
    private static final String BYTES = "bytes.";
    private static final String SHAPE = "shape.";
    private static final Pattern PACKAGE = Pattern.compile("\\b(?:[a-z_]\\w*\\.)+(?=\\w)");
    private static final Pattern NO_WORD = Pattern.compile("[^A-Za-z0-9]+");
    private static final Pattern HUMP = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");

    public Wish {
        types = List.copyOf(types);
        implementations = Collections.unmodifiableMap(new TreeMap<>(implementations));
        samples = Collections.unmodifiableMap(new TreeMap<>(samples));
    }

    /** Returns the same wish for these types. */
    public Wish of(List<String> others) {
        return new Wish(others, values, fewest, most, nullShare, depth, implementations, samples);
    }

    /** Returns the same wish with values of a file. */
    public Wish from(String file) {
        return new Wish(types, file, fewest, most, nullShare, depth, implementations, samples);
    }

    /** Returns the same wish with classes that stand for interfaces and abstract classes. */
    Wish with(Map<String, List<String>> found) {
        return new Wish(types, values, fewest, most, nullShare, depth, found, samples);
    }

    /** Returns the same wish with samples of its values. Samples of other payloads are left out. */
    Wish knowing(Map<String, Sample> seen) {
        Map<String, Sample> own = new TreeMap<>(seen);
        own.keySet().retainAll(ids().keySet());
        return new Wish(types, values, fewest, most, nullShare, depth, implementations, own);
    }

    /**
     * Returns the types by the ids of their payloads, in the order of the types: {@code your-order},
     * {@code your-list-order}. A number distinguishes two classes with the same simple name.
     */
    public Map<String, String> ids() {
        Map<String, String> ids = new LinkedHashMap<>();
        for (String type : types) {
            String plain = "your-" + kebab(PACKAGE.matcher(type).replaceAll(""));
            String id = plain;
            for (int again = 2; ids.containsKey(id); again++) {
                id = plain + "-" + again;
            }
            ids.put(id, type);
        }
        return ids;
    }

    /** Returns a phrase that says how the values are made. */
    public String told() {
        return values.isEmpty()
                ? "made by Instancio " + Libraries.version("org.instancio:instancio-core") + " from seeds, with "
                        + fewest + " to " + most
                        + " elements, " + depth + " objects deep at most, "
                        + (nullShare == 0
                                ? "no field null on purpose"
                                : String.format(Locale.ROOT, "each field null in %.0f %% of values", nullShare * 100))
                : "read from " + values;
    }

    /** Returns the ending of the file with values: {@code json}. */
    String ending() {
        return values.substring(values.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    Properties written() {
        Properties all = new Properties();
        all.setProperty("types", String.join(";", types));
        all.setProperty("values", values);
        all.setProperty("fewest", Integer.toString(fewest));
        all.setProperty("most", Integer.toString(most));
        all.setProperty("nulls", Double.toString(nullShare));
        all.setProperty("depth", Integer.toString(depth));
        implementations.forEach((type, classes) -> all.setProperty(CLASS + type, String.join(";", classes)));
        samples.forEach((id, sample) -> {
            all.setProperty(BYTES + id, Long.toString(sample.bytes()));
            // The name of an array's class ends in a semicolon.
            all.setProperty(SHAPE + id, String.join(",", sample.classes()));
        });
        return all;
    }

    static Wish read(InputStream in) throws IOException {
        Properties all = new Properties();
        all.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        return new Wish(
                list(all, "types", ";"),
                all.getProperty("values", ""),
                Integer.parseInt(all.getProperty("fewest")),
                Integer.parseInt(all.getProperty("most")),
                Double.parseDouble(all.getProperty("nulls")),
                Integer.parseInt(all.getProperty("depth")),
                named(all, CLASS, name -> list(all, CLASS + name, ";")),
                named(
                        all,
                        BYTES,
                        id -> new Sample(list(all, SHAPE + id, ","), Long.parseLong(all.getProperty(BYTES + id)))));
    }

    /** Returns the properties with a prefix, by the rest of their names. */
    private static <T> Map<String, T> named(Properties all, String prefix, Function<String, T> read) {
        return all.stringPropertyNames().stream()
                .filter(name -> name.startsWith(prefix))
                .map(name -> name.substring(prefix.length()))
                .collect(Collectors.toMap(name -> name, read));
    }

    private static List<String> list(Properties all, String name, String separator) {
        return Stream.of(all.getProperty(name, "").split(separator))
                .filter(part -> !part.isEmpty())
                .toList();
    }

    private static String kebab(String name) {
        String words = NO_WORD.matcher(HUMP.matcher(name).replaceAll("-")).replaceAll("-");
        return words.replaceAll("^-|-$", "").toLowerCase(Locale.ROOT);
    }
}
