package dev.pipemark.codecs;

import dev.pipemark.api.Shape;
import dev.pipemark.model.Scale;
import dev.pipemark.model.Task;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Functions for another JVM, by their form. */
final class Functions {
    /** Includes the classes that contain the functions, because some codecs need them. */
    static final Shape<Task> SHAPE = Shape.of(Task.class, Scale.class, Task.class, Functions.class, Map.Entry.class);

    private Functions() {}

    static Map<String, Task> all() {
        Map<String, Task> functions = new LinkedHashMap<>();
        functions.put("static method", Math::abs);
        functions.put("non-capturing", argument -> argument * 3 + 1);
        functions.put("capturing", capturing(7, List.of("a", "bc")));
        functions.put("bound method", new Scale(5, -2)::applyAsLong);
        functions.put("composed", new Scale(2, 1).then(capturing(1, List.of())).then(Math::negateExact));
        functions.put("task class", new Scale(11, 13));
        functions.put("capturing a function of the JDK", ofTheJdk());
        return functions;
    }

    private static Task capturing(long factor, List<String> words) {
        return argument -> argument * factor + String.join("", words).length();
    }

    private static Task ofTheJdk() {
        Comparator<Map.Entry<String, Long>> order = Map.Entry.comparingByKey();
        return argument -> argument + order.compare(Map.entry("b", 1L), Map.entry("a", 2L));
    }
}
