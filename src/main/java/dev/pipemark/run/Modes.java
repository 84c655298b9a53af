package dev.pipemark.run;

import dev.pipemark.record.Cell;
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
    /** A cell's parameter that is none of JMH's. */
    static final String PARAMETER = "mode";

    private Modes() {}

    static Mode of(Cell cell, Benchmark benchmark, Options user) {
        String own = cell.parameters().get(PARAMETER);
        if (own != null) {
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
