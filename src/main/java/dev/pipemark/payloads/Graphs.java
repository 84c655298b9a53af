package dev.pipemark.payloads;

import dev.pipemark.model.Station;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;

/** A ring of stations with shortcuts across it. All links go both ways, so there are shared references and cycles. */
final class Graphs {
    // The longest path through the graph bounds the recursion depth of a codec. This number stays within the defaults
    // of all libraries.
    private static final int STATIONS = 16;
    private static final int SHORTCUTS = 8;

    private Graphs() {}

    static Station create(SplitMix64 random) {
        List<Station> stations = new ArrayList<>();
        for (int i = 0; i < STATIONS; i++) {
            Station station = new Station();
            station.name = Text.name(random, 5, 14);
            stations.add(station);
        }
        for (int i = 0; i < STATIONS; i++) {
            link(stations.get(i), stations.get((i + 1) % STATIONS));
        }
        for (int i = 0; i < SHORTCUTS; i++) {
            int from = random.below(STATIONS);
            link(stations.get(from), stations.get((from + random.between(2, STATIONS - 2)) % STATIONS));
        }
        return stations.get(0);
    }

    private static void link(Station one, Station other) {
        one.neighbours.add(other);
        other.neighbours.add(one);
    }

    /** Whether both graphs have the same names, and share stations, in the same places. */
    static boolean same(Station sent, Object arrived) {
        if (!(arrived instanceof Station root)) {
            return false;
        }
        IdentityHashMap<Station, Station> arrivedFor = new IdentityHashMap<>();
        IdentityHashMap<Station, Station> sentFor = new IdentityHashMap<>();
        Deque<Station> open = new ArrayDeque<>();
        arrivedFor.put(sent, root);
        sentFor.put(root, sent);
        open.add(sent);
        while (!open.isEmpty()) {
            Station one = open.remove();
            Station other = arrivedFor.get(one);
            if (other == null
                    || !one.name.equals(other.name)
                    || other.neighbours == null
                    || one.neighbours.size() != other.neighbours.size()) {
                return false;
            }
            for (int i = 0; i < one.neighbours.size(); i++) {
                Station next = one.neighbours.get(i);
                Station nextArrived = other.neighbours.get(i);
                if (nextArrived == null) {
                    return false;
                }
                Station before = arrivedFor.putIfAbsent(next, nextArrived);
                Station beforeSent = sentFor.putIfAbsent(nextArrived, next);
                if (before == null && beforeSent == null) {
                    open.add(next);
                } else if (before != nextArrived || beforeSent != next) {
                    return false;
                }
            }
        }
        return true;
    }
}
