package dev.pipemark.run;

import dev.pipemark.record.Cell;
import dev.pipemark.record.Parameter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.runner.options.Options;

/**
 * JMH's modes in cells. A cell is measured in the mode of its benchmark. If the user requests several modes, each is a
 * separate cell, since two modes are two forks. The parameter {@code mode} distinguishes these cells.
 */
final class Modes {
    private Modes() {}

    static Mode of(Cell cell, BenchmarkMethod benchmark, Options user) {
        String own = Parameter.MODE.of(cell);
        if (!own.isEmpty()) {
            return Mode.deepValueOf(own);
        }
        List<Mode> asked = asked(user);
        return asked.isEmpty() ? benchmark.mode() : asked.get(0);
    }

    /** Returns the modes that the user named, with {@code all} spelt out. Empty if the benchmarks' own modes are used. */
    static List<Mode> asked(Options user) {
        Collection<Mode> modes = user.getBenchModes();
        List<Mode> spelt = new ArrayList<>();
        for (Mode mode : modes) {
            if (mode == Mode.All) {
                for (Mode each : Mode.values()) {
                    if (each != Mode.All) {
                        spelt.add(each);
                    }
                }
            } else {
                spelt.add(mode);
            }
        }
        // JMH returns them in no particular order.
        return spelt.stream().distinct().sorted().toList();
    }
}
