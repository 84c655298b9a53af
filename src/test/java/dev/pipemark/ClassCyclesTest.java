package dev.pipemark;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Catches cycles of three or more classes in a room, which can only be understood together. */
final class ClassCyclesTest {
    private static final int LARGEST = 2;

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(new ArchitectureTest.WithoutGenerated())
            .importPackages("dev.pipemark");

    /**
     * Returns each room with the rooms inside it. The values of the matrix are left out: a list of values is read
     * beside the lists that it contains, and their class names are part of the published matrix.
     */
    static List<String> rooms() throws IOException {
        try (Stream<Path> folders = Files.list(Path.of("src/main/java/dev/pipemark"))) {
            return folders.map(folder -> folder.getFileName().toString())
                    .filter(room -> !room.equals("probe"))
                    .map(room -> "dev.pipemark." + room)
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void classCyclesHaveAtMostTwoMembers(String room) {
        Map<String, Set<String>> uses = uses(room);

        assertThat(uses).hasSizeGreaterThan(1);
        assertThat(cycles(uses).stream().filter(cycle -> cycle.size() > LARGEST))
                .isEmpty();
    }

    @Test
    void cyclesAreFound() {
        Map<String, Set<String>> uses = new TreeMap<>();
        uses.put("a", Set.of("b", "d"));
        uses.put("b", Set.of("c"));
        uses.put("c", Set.of("a"));
        uses.put("d", Set.of("e"));
        uses.put("e", Set.of("d", "unknown"));
        uses.put("f", Set.of("a"));

        assertThat(cycles(uses)).containsExactlyInAnyOrder(Set.of("a", "b", "c"), Set.of("d", "e"), Set.of("f"));
    }

    /** Returns the top-level classes of the room that each of them uses. */
    private static Map<String, Set<String>> uses(String room) {
        Map<String, Set<String>> uses = new TreeMap<>();
        for (JavaClass type : CLASSES) {
            if (!within(room, type)) {
                continue;
            }
            Set<String> used = uses.computeIfAbsent(top(type), name -> new TreeSet<>());
            for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                if (within(room, dependency.getTargetClass())) {
                    used.add(top(dependency.getTargetClass()));
                }
            }
            used.remove(top(type));
        }
        return uses;
    }

    private static boolean within(String room, JavaClass type) {
        return type.getPackageName().concat(".").startsWith(room + ".");
    }

    private static String top(JavaClass type) {
        String name = type.getBaseComponentType().getName();
        int nested = name.indexOf('$');
        return nested < 0 ? name : name.substring(0, nested);
    }

    private static List<Set<String>> cycles(Map<String, Set<String>> uses) {
        return new Components(uses).all();
    }

    /** The strongly connected components of a graph, by Tarjan's algorithm (SIAM J. Comput. 1, 1972). */
    private static final class Components {
        private final Map<String, Set<String>> uses;
        private final Map<String, Integer> numbers = new HashMap<>();
        private final Deque<String> open = new ArrayDeque<>();
        private final List<Set<String>> found = new ArrayList<>();

        Components(Map<String, Set<String>> uses) {
            this.uses = uses;
        }

        List<Set<String>> all() {
            for (String node : uses.keySet()) {
                if (!numbers.containsKey(node)) {
                    visit(node);
                }
            }
            return found;
        }

        private int visit(String node) {
            int number = numbers.size();
            int low = number;
            numbers.put(node, number);
            open.push(node);
            for (String next : uses.getOrDefault(node, Set.of())) {
                if (!uses.containsKey(next)) {
                    continue;
                }
                if (!numbers.containsKey(next)) {
                    low = Math.min(low, visit(next));
                } else if (open.contains(next)) {
                    low = Math.min(low, numbers.get(next));
                }
            }
            if (low == number) {
                Set<String> component = new TreeSet<>();
                String last;
                do {
                    last = open.pop();
                    component.add(last);
                } while (!last.equals(node));
                found.add(component);
            }
            return low;
        }
    }
}
