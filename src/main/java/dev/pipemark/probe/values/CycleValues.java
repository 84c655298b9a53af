package dev.pipemark.probe.values;

import dev.pipemark.api.Shape;
import dev.pipemark.api.TypeOf;
import dev.pipemark.probe.values.LinkedNodes.Stop;
import dev.pipemark.probe.values.SharingNodes.Child;
import dev.pipemark.probe.values.SharingNodes.Parent;
import dev.pipemark.probe.values.SharingNodes.Player;
import dev.pipemark.probe.values.SharingNodes.Team;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** Objects that refer back to themselves. */
final class CycleValues {
    private static final int STOPS = 5;

    private CycleValues() {}

    static List<Value<?>> values() {
        return List.of(
                cycle(
                        "cycle-to-itself",
                        "a node whose next is itself",
                        Shape.of(LinkedNodes.Node.class),
                        CycleValues::alone),
                cycle(
                        "cycle-of-two",
                        "two nodes, each the next of the other",
                        Shape.of(LinkedNodes.Node.class),
                        CycleValues::two),
                cycle(
                        "cycle-parent-and-children",
                        "a parent with children that know it",
                        Shape.of(Parent.class, Child.class, ArrayList.class, String.class),
                        CycleValues::parent),
                cycle(
                        "cycle-doubly-linked-ring",
                        "a ring of five, linked both ways",
                        Shape.of(Stop.class, String.class),
                        CycleValues::ring),
                cycle(
                        "cycle-list-in-its-element",
                        "a List whose element holds that List",
                        Shape.of(new TypeOf<List<Child>>() {}, ArrayList.class, Child.class, String.class),
                        CycleValues::siblings),
                cycle(
                                "cycle-through-hash-set",
                                "an object in a HashSet by a hash code that depends on who holds the set",
                                Shape.of(Player.class, Team.class, HashSet.class, String.class),
                                CycleValues::player)
                        .asks("its set contains it", CycleValues::found));
    }

    private static <T> Value<T> cycle(String id, String summary, Shape<T> shape, Value.Plain<? extends T> maker) {
        return Value.of(id, Group.GRAPHS, summary, shape, maker);
    }

    private static LinkedNodes.Node alone() {
        LinkedNodes.Node node = new LinkedNodes.Node();
        node.setNumber(1);
        node.setNext(node);
        return node;
    }

    private static LinkedNodes.Node two() {
        LinkedNodes.Node one = new LinkedNodes.Node();
        LinkedNodes.Node other = new LinkedNodes.Node();
        one.setNumber(1);
        one.setNext(other);
        other.setNumber(2);
        other.setNext(one);
        return one;
    }

    private static Parent parent() {
        Parent parent = new Parent();
        for (String name : List.of("Ada", "Bo")) {
            Child child = new Child();
            child.setName(name);
            child.setParent(parent);
            parent.getChildren().add(child);
        }
        return parent;
    }

    private static Stop ring() {
        List<Stop> stops = new ArrayList<>();
        for (int i = 0; i < STOPS; i++) {
            Stop stop = new Stop();
            stop.setName("stop " + i);
            stops.add(stop);
        }
        for (int i = 0; i < STOPS; i++) {
            Stop after = stops.get((i + 1) % STOPS);
            stops.get(i).setAfter(after);
            after.setBefore(stops.get(i));
        }
        return stops.get(0);
    }

    private static List<Child> siblings() {
        List<Child> siblings = new ArrayList<>();
        Child child = new Child();
        child.setName("Ada");
        child.setSiblings(siblings);
        siblings.add(child);
        return siblings;
    }

    private static Player player() {
        Team team = new Team();
        team.setName("blue");
        Player player = new Player();
        player.setName("Ada");
        player.setTeam(team);
        team.getPlayers().add(player);
        return player;
    }

    /** False if the set was filled before the player was complete: then the player is in the wrong bucket. */
    private static boolean found(Player player) {
        Team team = player.getTeam();
        return team != null && team.getPlayers().contains(player);
    }
}
