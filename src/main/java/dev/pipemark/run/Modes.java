package dev.pipemark.run;

import dev.pipemark.record.Cell;
import dev.pipemark.record.Parameter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.runner.options.Options;

/**
 * JMH's modes in cells. A cell is measured in its benchmark's mode; when the user asks for several, each is a cell of
 * its own, told apart by the parameter {@code mode}, because two modes are two forks.
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

    /** The modes the user named, {@code all} spelt out; none when the benchmarks' own are to be used. */
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
        // JMH hands them out in no particular order.
        return spelt.stream().distinct().sorted().toList();
    }
}
