package dev.pipemark;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Catches a room whose classes can only be understood all at once: a cycle of three of them or more. */
@AnalyzeClasses(packages = "dev.pipemark", importOptions = ImportOption.DoNotIncludeTests.class)
final class ClassCyclesTest {
    /** Rooms that are held to it, without their sub-rooms. */
    private static final List<String> ROOMS = List.of("dev.pipemark.pool");

    /** Two classes may know each other, such as a builder and what it builds. */
    private static final int LARGEST = 2;

    @ArchTest
    static void noCycleHasMoreThanTwoClasses(JavaClasses classes) {
        for (String room : ROOMS) {
            Map<String, Set<String>> uses = uses(classes, room);
            assertThat(uses).as("classes of " + room).isNotEmpty();
            assertThat(cycles(uses)).as("cycles among classes of " + room).allMatch(cycle -> cycle.size() <= LARGEST);
        }
    }

    /** Holds the search itself: two rings that share a class are one cycle, and what only hangs on it is no part of it. */
    @Test
    void ringsAreFound() {
        Map<String, Set<String>> uses = Map.of(
                "a", Set.of("b"),
                "b", Set.of("a", "c"),
                "c", Set.of("d"),
                "d", Set.of("b", "e"),
                "e", Set.of());
        assertThat(cycles(uses)).containsExactly(Set.of("a", "b", "c", "d"));
    }

    /** Which classes of a room use which others of it; a nested class counts as the one around it. */
    private static Map<String, Set<String>> uses(JavaClasses classes, String room) {
        Map<String, Set<String>> uses = new HashMap<>();
        for (JavaClass type : classes) {
            if (!type.getPackageName().equals(room)) {
                continue;
            }
            Set<String> used = uses.computeIfAbsent(outermost(type), unseen -> new HashSet<>());
            for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                JavaClass target = dependency.getTargetClass().getBaseComponentType();
                if (target.getPackageName().equals(room)) {
                    used.add(outermost(target));
                }
            }
            used.remove(outermost(type));
        }
        return uses;
    }

    private static String outermost(JavaClass type) {
        String name = type.getName();
        int nested = name.indexOf('$');
        return nested < 0 ? name : name.substring(0, nested);
    }

    /** The strongly connected components of more than one class: each reaches every other one. */
    private static Set<Set<String>> cycles(Map<String, Set<String>> uses) {
        Map<String, Set<String>> reached = new HashMap<>();
        uses.keySet().forEach(from -> reached.put(from, reachedFrom(from, uses)));
        Set<Set<String>> cycles = new HashSet<>();
        reached.forEach((from, all) -> {
            Set<String> cycle = new TreeSet<>(all);
            cycle.removeIf(other -> !reached.getOrDefault(other, Set.of()).contains(from));
            if (cycle.size() > 1) {
                cycles.add(cycle);
            }
        });
        return cycles;
    }

    private static Set<String> reachedFrom(String from, Map<String, Set<String>> uses) {
        Set<String> seen = new HashSet<>();
        ArrayDeque<String> left = new ArrayDeque<>(List.of(from));
        while (!left.isEmpty()) {
            for (String next : uses.getOrDefault(left.remove(), Set.of())) {
                if (seen.add(next)) {
                    left.add(next);
                }
            }
        }
        return seen;
    }
}
