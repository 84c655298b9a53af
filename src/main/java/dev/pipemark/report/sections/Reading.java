package dev.pipemark.report.sections;

import dev.pipemark.report.doc.Page.Lines;
import dev.pipemark.report.rank.Marks;

/** What the words and numbers mean, for whoever meets the report first. */
final class Reading {
    static final String ID = "reading";

    static final Lines LINES = Lines.of(
            "Streamed: messages a worker process decoded, used and acknowledged per second, with at most 64 in flight."
                    + " Round trip: one message in flight, out, decoded, used, encoded, back and decoded; most of it is"
                    + " waking the other process when messages are small.",
            "×best: how many times the cost of the best row, so that 1.00 is the best and lower is better, for rates and"
                    + " times alike.",
            "[a, b] behind a value: 95 % interval of the geometric mean over forks, from three rounds on. Below three rounds"
                    + " numbers have two digits, no interval and no verdict.",
            "[a, b] behind ×best: the interval its verdict was read off. The logarithm of a fork's cost is taken as round"
                    + " plus codec, by least squares; the intervals of all pairs of a table hold together with 95 %"
                    + " (Bonferroni, Student's t), somewhat less surely in large tables of few rounds where one or two"
                    + " codecs scatter more. One that is seen to (Cochran's test) is judged by its own differences, round by"
                    + " round.",
            "Verdict against the best: slower where the interval leaves 1 out; tied where it lies within ±δ, the margin"
                    + " below which differences do not count (3 %, or what equal cells of this run differ by, if that is"
                    + " more); else inconclusive, with how many more rounds would settle it, and in which time, if"
                    + " difference and scatter stay as they are. The best row itself is fastest where every other is slower, else only best.",
            "Glyphs: " + Marks.LEGEND
                    + " × between two cells is the dearer over the cheaper, and the word beside it says"
                    + " which is which: no ratio is below 1, though an interval may reach there.",
            "Not told apart: no verdict says that either is faster; codecs that are not told apart from the best share first"
                    + " place, and more rounds may part them. Tied is more: the interval lies within ±δ.",
            "Front, in a chart of size and rate: codecs to which no other is as small and faster, or as fast and smaller."
                    + " Cost: time per message; a constraint's cost is how many times dearer it makes the best choice."
                    + " Dropped: slower by verdict and larger than another choice.",
            "Not settled: from the first lap to the last the cell became faster beside the other forks of its sittings, by"
                    + " more than 5 % and more than chance. Where forks run alone: in some of them a compiler was at"
                    + " work for more than 5 % of the measured time, or still when the warm-up ended. Pair: a codec and a payload. Raw: bytes"
                    + " copied as they are, with no codec; frame: nothing but the header of a message.",
            "p50, p99, p99.9: percentiles of single round trips in a closed loop, median over forks: service time, not"
                    + " response time under load. Printed only where enough calls lie beyond them.",
            "CPU and allocation: per message, in the process that measures (parent) and in the worker.",
            "Badges: idiomatic (as the library's documentation shows it first), tuned (options for speed or reach),"
                    + " schema (generated code), hand-written (code for each class: a floor), control (no choice at all:"
                    + " what the others are compared with).",
            "deflate, zstd: mean size of a message compressed by itself, at levels 6 and 3.",
            "Python: repeats within one process, with their range: no forks, no interval, no verdict.",
            "results.csv holds every planned cell and every metric, with the reason where there is no number.");

    private Reading() {}
}
