package dev.pipemark.yours;

import dev.pipemark.api.Libraries;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which classes a user asks about, and how their values are made. Each process that makes values is given the same one.
 *
 * @param types as written: {@code com.acme.Order}, {@code java.util.List<com.acme.Order>}; no two alike
 * @param values how the file with values is called, with its ending; empty where values are made
 * @param fewest elements of a collection, an array or a map
 * @param most elements of these
 * @param nullShare the share of values in which a field that may be null is null, from 0 to 1
 * @param depth how many objects deep a value may go
 * @param implementations of interfaces and abstract classes that are not sealed, by their names
 */
public record Wish(
        List<String> types,
        String values,
        int fewest,
        int most,
        double nullShare,
        int depth,
        Map<String, List<String>> implementations) {
    /** What is made where no option says otherwise; what Instancio does by itself. */
    public static final Wish USUAL = new Wish(List.of(), "", 2, 6, 0, 8, Map.of());

    /** Where it lies on the class path. */
    static final String RESOURCE = "META-INF/pipemark/yours.properties";

    /** Where the file with values lies, without its ending. */
    static final String VALUES = "META-INF/pipemark/values";

    private static final Pattern PACKAGE = Pattern.compile("\\b(?:[a-z_]\\w*\\.)+(?=\\w)");
    private static final Pattern NO_WORD = Pattern.compile("[^A-Za-z0-9]+");
    private static final Pattern HUMP = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");

    public Wish {
        types = List.copyOf(types);
        implementations = new TreeMap<>(implementations);
    }

    /** The same for these types. */
    public Wish of(List<String> others) {
        return new Wish(others, values, fewest, most, nullShare, depth, implementations);
    }

    /** The same with values of a file. */
    public Wish from(String file) {
        return new Wish(types, file, fewest, most, nullShare, depth, implementations);
    }

    /** The same with classes for what cannot be made itself. */
    Wish with(Map<String, List<String>> found) {
        return new Wish(types, values, fewest, most, nullShare, depth, found);
    }

    /**
     * The ids of the payloads, in the order of the types: {@code your-order}, {@code your-list-order}. Two classes of one
     * simple name are told apart by a number.
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

    /** How the values are made, in words. */
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

    /** The ending of the file with values: {@code json}. */
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
        implementations.forEach((type, classes) -> all.setProperty("class." + type, String.join(";", classes)));
        return all;
    }

    static Wish read(InputStream in) throws IOException {
        Properties all = new Properties();
        all.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        Map<String, List<String>> classes = all.stringPropertyNames().stream()
                .filter(name -> name.startsWith("class."))
                .collect(Collectors.toMap(name -> name.substring("class.".length()), name -> list(all, name)));
        return new Wish(
                list(all, "types"),
                all.getProperty("values", ""),
                Integer.parseInt(all.getProperty("fewest")),
                Integer.parseInt(all.getProperty("most")),
                Double.parseDouble(all.getProperty("nulls")),
                Integer.parseInt(all.getProperty("depth")),
                classes);
    }

    private static List<String> list(Properties all, String name) {
        return Stream.of(all.getProperty(name, "").split(";"))
                .filter(part -> !part.isEmpty())
                .toList();
    }

    private static String kebab(String name) {
        String words = NO_WORD.matcher(HUMP.matcher(name).replaceAll("-")).replaceAll("-");
        return words.replaceAll("^-|-$", "").toLowerCase(Locale.ROOT);
    }
}
