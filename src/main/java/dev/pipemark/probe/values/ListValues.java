package dev.pipemark.probe.values;

import static dev.pipemark.probe.values.Group.COLLECTIONS;

import dev.pipemark.api.Shape;
import dev.pipemark.api.TypeOf;
import dev.pipemark.probe.values.ContainerTypes.NamedList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Stack;
import java.util.Vector;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Lists: JDK classes, the hidden classes of factories and wrappers, and a user's subclass. */
final class ListValues {
    private ListValues() {}

    static List<Value<?>> values() {
        return Stream.of(ordinary(), factories(), wrappers(), contents())
                .flatMap(List::stream)
                .toList();
    }

    @SuppressWarnings("JdkObsolete") // programs still send them
    private static List<Value<?>> ordinary() {
        return List.of(
                Value.of(
                        "array-list",
                        COLLECTIONS,
                        "ArrayList<Integer>",
                        Shape.of(new TypeOf<List<Integer>>() {}, ArrayList.class, Integer.class),
                        () -> new ArrayList<>(List.of(1, 2, 3))),
                strings("linked-list", "LinkedList", LinkedList.class, () -> new LinkedList<>(List.of("a", "b"))),
                strings("vector", "Vector", Vector.class, () -> new Vector<>(List.of("a", "b"))),
                strings("stack", "Stack", Stack.class, ListValues::stack),
                strings(
                        "copy-on-write-array-list",
                        "CopyOnWriteArrayList",
                        CopyOnWriteArrayList.class,
                        () -> new CopyOnWriteArrayList<>(List.of("a", "b"))));
    }

    private static List<Value<?>> factories() {
        return List.of(
                strings("list-of-one", "List.of(a)", List.of("a").getClass(), () -> List.of("a")),
                strings("list-of-two", "List.of(a, b)", List.of("a", "b").getClass(), () -> List.of("a", "b")),
                strings(
                        "list-of-many",
                        "List.of(a, b, c)",
                        List.of("a", "b", "c").getClass(),
                        () -> List.of("a", "b", "c")),
                strings(
                        "stream-to-list-null",
                        "Stream.of(a, null).toList()",
                        Stream.of("a", null).toList().getClass(),
                        () -> Stream.of("a", null).toList()),
                strings(
                                "arrays-as-list",
                                "Arrays.asList(a, b)",
                                Arrays.asList("a", "b").getClass(),
                                () -> Arrays.asList("a", "b"))
                        .notes("set(0, \"z\")", list -> list.set(0, "z") + " became " + list.get(0)),
                strings(
                        "collections-empty-list",
                        "Collections.emptyList()",
                        Collections.emptyList().getClass(),
                        Collections::emptyList),
                strings(
                        "collections-singleton-list",
                        "Collections.singletonList(a)",
                        Collections.singletonList("a").getClass(),
                        () -> Collections.singletonList("a")),
                strings(
                        "collections-n-copies",
                        "Collections.nCopies(3, a)",
                        Collections.nCopies(3, "a").getClass(),
                        () -> Collections.nCopies(3, "a")));
    }

    private static List<Value<?>> wrappers() {
        return List.of(
                wrapped("unmodifiable-list", "Collections.unmodifiableList(...)", Collections::unmodifiableList)
                        .notes("add is refused", list -> CollectionValues.refuses(() -> list.add("z"))),
                wrapped("synchronized-list", "Collections.synchronizedList(...)", Collections::synchronizedList)
                        .notes("locks itself during a call", ListValues::locksItself),
                wrapped(
                                "checked-list",
                                "Collections.checkedList(..., String.class)",
                                list -> Collections.checkedList(list, String.class))
                        .notes("an Integer is refused", ListValues::refusesInteger),
                wrapped("sub-list", "list.subList(1, 2)", list -> list.subList(1, 2)));
    }

    private static List<Value<?>> contents() {
        return List.of(
                strings("array-list-null", "ArrayList with nulls", ArrayList.class, ListValues::withNulls),
                Value.of(
                        "list-of-arrays",
                        COLLECTIONS,
                        "List<int[]>",
                        Shape.of(new TypeOf<List<int[]>>() {}, ArrayList.class, int[].class),
                        () -> new ArrayList<>(List.of(new int[] {1, 2}, new int[0]))),
                Value.of(
                        "list-nested",
                        COLLECTIONS,
                        "List<List<Map<String, Integer>>>",
                        Shape.of(
                                new TypeOf<List<List<Map<String, Integer>>>>() {},
                                ArrayList.class,
                                HashMap.class,
                                String.class,
                                Integer.class),
                        ListValues::nested),
                Value.of(
                                "list-containing-itself",
                                COLLECTIONS,
                                "list.add(list)",
                                Shape.of(new TypeOf<List<Object>>() {}, ArrayList.class),
                                ListValues::containingItself)
                        .byAnswers()
                        .asks("size()", List::size)
                        .asks("list.get(0) == list", list -> list.get(0) == list),
                Value.of(
                        "array-list-subclass",
                        COLLECTIONS,
                        "class NamedList extends ArrayList<String>, with a field",
                        Shape.of(NamedList.class, String.class),
                        ListValues::named));
    }

    private static Value<List<String>> strings(
            String id, String summary, Class<?> concrete, Value.Plain<? extends List<String>> maker) {
        return Value.of(
                id, COLLECTIONS, summary, Shape.of(new TypeOf<List<String>>() {}, concrete, String.class), maker);
    }

    /** A wrapper around an {@code ArrayList} of two. */
    private static Value<List<String>> wrapped(String id, String summary, UnaryOperator<List<String>> wrapper) {
        Class<?> concrete = wrapper.apply(new ArrayList<>(List.of("a", "b"))).getClass();
        return Value.of(
                id,
                COLLECTIONS,
                summary,
                Shape.of(new TypeOf<List<String>>() {}, concrete, ArrayList.class, String.class),
                () -> wrapper.apply(new ArrayList<>(List.of("a", "b"))));
    }

    @SuppressWarnings("JdkObsolete") // programs still send it
    private static Stack<String> stack() {
        Stack<String> stack = new Stack<>();
        stack.push("bottom");
        stack.push("top");
        return stack;
    }

    private static List<@Nullable String> withNulls() {
        List<@Nullable String> list = new ArrayList<>();
        list.add("a");
        list.add(null);
        list.add("");
        list.add(null);
        return list;
    }

    private static List<List<Map<String, Integer>>> nested() {
        List<Map<String, Integer>> maps = new ArrayList<>();
        maps.add(new HashMap<>(Map.of("a", 1, "b", 2)));
        maps.add(new HashMap<>());
        List<List<Map<String, Integer>>> lists = new ArrayList<>();
        lists.add(maps);
        lists.add(new ArrayList<>());
        return lists;
    }

    private static List<Object> containingItself() {
        List<Object> list = new ArrayList<>();
        list.add(list);
        return list;
    }

    private static NamedList named() {
        NamedList list = new NamedList();
        list.setName("a name");
        list.add("a");
        list.add("b");
        return list;
    }

    private static boolean locksItself(List<String> list) {
        AtomicBoolean locked = new AtomicBoolean();
        list.forEach(element -> locked.set(Thread.holdsLock(list)));
        return locked.get();
    }

    @SuppressWarnings("unchecked") // a checked list refuses this
    private static boolean refusesInteger(List<String> list) {
        try {
            ((List<Object>) (List<?>) list).add(1);
            return false;
        } catch (ClassCastException e) {
            return true;
        }
    }
}
