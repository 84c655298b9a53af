package dev.pipemark.report;

import dev.pipemark.report.Page.Lines;

/** What the words and numbers mean, for whoever meets the report first. */
final class Reading {
    static final Lines LINES = Lines.of(
            "Streamed: messages a worker process decoded, used and acknowledged per second, with at most 64 in flight."
                    + " Round trip: one message in flight, out, decoded, used, encoded, back and decoded; most of it is"
                    + " waking the other process when messages are small.",
            "×best: how many times the cost of the best row, so that 1.00 is the best and lower is better, for rates and"
                    + " times alike.",
            "[a, b]: 95 % interval of the geometric mean over forks, from three rounds on; of a ratio, Welch's interval"
                    + " on logarithms for that pair alone, not corrected for the number of pairs. Below three rounds"
                    + " numbers have two digits, no interval and no place.",
            "#: one more than the number of rows that are faster beyond their pair's interval. Rows that cannot be told"
                    + " apart from the best share place 1.",
            "p50, p99, p99.9: percentiles of single round trips in a closed loop, median over forks: service time, not"
                    + " response time under load. Printed only where enough calls lie beyond them.",
            "CPU and allocation: per message, in the process that measures (parent) and in the worker.",
            "Badges: idiomatic (as the library's documentation shows it first), tuned (options for speed or reach),"
                    + " schema (generated code), hand-written (code for each class: a floor), control (no choice at all:"
                    + " what the others are held against).",
            "deflate, zstd: mean size of a message compressed by itself, at levels 6 and 3.",
            "results.csv holds every planned cell and every metric, with the reason where there is no number.");

    private Reading() {}
}
