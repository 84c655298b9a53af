package dev.pipemark;

import java.util.List;

/** Options of runs whose numbers mean nothing: their forks start, warm up and end as fast as they can. */
public final class Brief {
    /**
     * Forks otherwise warm up until the compilers rest, which takes both cores for seconds. These flags come after the
     * suite's own. The workers of the forks have them too.
     */
    public static final String FLAGS = "-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Dpipemark.warm.millis=100";

    /** JMH's option with these flags. */
    public static final List<String> FORKS = List.of("-jvmArgsAppend", FLAGS);

    private Brief() {}
}
