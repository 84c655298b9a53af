package dev.pipemark.probe.values;

import dev.pipemark.api.Shape;
import dev.pipemark.api.TypeOf;
import dev.pipemark.probe.values.LinkedNodes.Branch;
import dev.pipemark.probe.values.LinkedNodes.Node;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Deep and wide graphs. Loops walk them: a recursive walk would overflow the stack, as some codecs do.
 */
final class DepthValues {
    /** The limit of the walk, in case a chain arrives as a ring. */
    private static final int AT_MOST = 20_000;

    private static final int LISTS = 1_000;
    private static final int BRANCHES = 5_000;
    private static final int BRANCHES_EACH = 71;
    private static final String CORE = "core";

    private DepthValues() {}

    static List<Value<?>> values() {
        return List.of(
                chain("deep-chain-1000", 1_000),
                chain("deep-chain-10000", 10_000),
                Value.of(
                                "deep-nested-lists-1000",
                                Group.GRAPHS,
                                "a List in a List, 1,000 deep",
                                Shape.of(new TypeOf<List<Object>>() {}, ArrayList.class, String.class),
                                DepthValues::nested)
                        .byAnswers()
                        .asks("depth", DepthValues::depth)
                        .asks("core", DepthValues::core),
                Value.of(
                                "wide-tree-5000",
                                Group.GRAPHS,
                                "a tree of 5,000 nodes, three deep",
                                Shape.of(Branch.class, ArrayList.class),
                                DepthValues::tree)
                        .byAnswers()
                        .asks("nodes", tree -> numbers(tree).size())
                        .asks("sum of the numbers", tree -> sum(numbers(tree))));
    }

    private static Value<Node> chain(String id, int length) {
        return Value.of(
                        id,
                        Group.GRAPHS,
                        "a linked chain of " + length + " nodes",
                        Shape.of(Node.class),
                        () -> chain(length))
                .byAnswers()
                .asks("length", node -> numbers(node).size())
                .asks("sum of the numbers", node -> sum(numbers(node)));
    }

    private static Node chain(int length) {
        Node first = new Node();
        first.setNumber(1);
        Node last = first;
        for (int i = 2; i <= length; i++) {
            Node node = new Node();
            node.setNumber(i);
            last.setNext(node);
            last = node;
        }
        return first;
    }

    private static List<Integer> numbers(Node first) {
        List<Integer> numbers = new ArrayList<>();
        for (Node node = first; node != null && numbers.size() < AT_MOST; node = node.getNext()) {
            numbers.add(node.getNumber());
        }
        return numbers;
    }

    private static List<Object> nested() {
        List<Object> list = new ArrayList<>(List.of(CORE));
        for (int i = 1; i < LISTS; i++) {
            list = new ArrayList<>(List.of(list));
        }
        return list;
    }

    private static int depth(List<Object> outermost) {
        int depth = 0;
        Object inner = outermost;
        while (inner instanceof List<?> list && !list.isEmpty() && depth < AT_MOST) {
            inner = list.get(0);
            depth++;
        }
        return depth;
    }

    private static Object core(List<Object> outermost) {
        Object inner = outermost;
        for (int i = 0; i < LISTS && inner instanceof List<?> list; i++) {
            inner = list.get(0);
        }
        return inner instanceof List<?> ? "another list" : inner;
    }

    /** Fills the tree level by level. The three levels have 1 node, 71 nodes and all other nodes. */
    private static Branch tree() {
        List<Branch> all = new ArrayList<>();
        for (int i = 0; i < BRANCHES; i++) {
            Branch branch = new Branch();
            branch.setNumber(i);
            all.add(branch);
            if (i > 0) {
                all.get((i - 1) / BRANCHES_EACH).getBranches().add(branch);
            }
        }
        return all.get(0);
    }

    private static List<Integer> numbers(Branch root) {
        List<Integer> numbers = new ArrayList<>();
        Deque<Branch> open = new ArrayDeque<>(List.of(root));
        while (!open.isEmpty() && numbers.size() < AT_MOST) {
            Branch branch = open.remove();
            numbers.add(branch.getNumber());
            open.addAll(branch.getBranches());
        }
        return numbers;
    }

    private static long sum(List<Integer> numbers) {
        return numbers.stream().mapToLong(Integer::longValue).sum();
    }
}
