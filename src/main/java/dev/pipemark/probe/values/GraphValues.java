package dev.pipemark.probe.values;

import dev.pipemark.api.Shape;
import dev.pipemark.api.TypeOf;
import dev.pipemark.probe.values.SharingNodes.Balance;
import dev.pipemark.probe.values.SharingNodes.Couple;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Objects with several references, with cycles, or with deep nesting. */
final class GraphValues {
    private GraphValues() {}

    static List<Value<?>> values() {
        return Stream.of(shared(), CycleValues.values(), DepthValues.values())
                .flatMap(List::stream)
                .toList();
    }

    private static <T> Value<T> graph(String id, String summary, Shape<T> shape, Value.Plain<? extends T> maker) {
        return Value.of(id, Group.GRAPHS, summary, shape, maker);
    }

    private static List<Value<?>> shared() {
        return List.of(
                graph(
                        "shared-object-twice-in-list",
                        "a List that holds one mutable object twice",
                        Shape.of(new TypeOf<List<Balance>>() {}, ArrayList.class, Balance.class),
                        GraphValues::twice),
                graph(
                                "equal-objects-stay-two",
                                "a List of two equal objects",
                                Shape.of(new TypeOf<List<Balance>>() {}, ArrayList.class, Balance.class),
                                () -> new ArrayList<>(List.of(balance(7), balance(7))))
                        .asks("get(0) == get(1)", list -> same(list.get(0), list.get(1))),
                graph(
                        "shared-in-two-fields",
                        "an object that holds another one in two fields",
                        Shape.of(Couple.class, Balance.class),
                        GraphValues::couple),
                graph(
                        "shared-list-in-map",
                        "a Map that holds one List under two keys",
                        Shape.of(
                                new TypeOf<Map<String, List<Integer>>>() {},
                                HashMap.class,
                                ArrayList.class,
                                String.class,
                                Integer.class),
                        GraphValues::listTwiceInMap),
                graph(
                        "shared-array",
                        "a List that holds one int[] twice",
                        Shape.of(new TypeOf<List<int[]>>() {}, ArrayList.class, int[].class),
                        GraphValues::arrayTwice),
                graph(
                        "shared-diamond",
                        "two objects that hold the same third",
                        Shape.of(LinkedNodes.Branch.class, ArrayList.class),
                        GraphValues::diamond));
    }

    private static Balance balance(long amount) {
        Balance balance = new Balance();
        balance.setAmount(amount);
        return balance;
    }

    private static List<Balance> twice() {
        Balance balance = balance(7);
        return new ArrayList<>(List.of(balance, balance));
    }

    private static Couple couple() {
        Couple couple = new Couple();
        couple.setMine(balance(7));
        couple.setYours(couple.getMine());
        return couple;
    }

    private static Map<String, List<Integer>> listTwiceInMap() {
        List<Integer> list = new ArrayList<>(List.of(1, 2));
        return new HashMap<>(Map.of("one", list, "other", list));
    }

    private static List<int[]> arrayTwice() {
        int[] array = {1, 2, 3};
        return new ArrayList<>(List.of(array, array));
    }

    private static LinkedNodes.Branch diamond() {
        LinkedNodes.Branch bottom = branch(4, List.of());
        return branch(1, List.of(branch(2, List.of(bottom)), branch(3, List.of(bottom))));
    }

    private static LinkedNodes.Branch branch(int number, List<LinkedNodes.Branch> branches) {
        LinkedNodes.Branch branch = new LinkedNodes.Branch();
        branch.setNumber(number);
        branch.getBranches().addAll(branches);
        return branch;
    }

    private static boolean same(Object one, Object other) {
        return one == other;
    }
}
