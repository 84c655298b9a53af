package dev.pipemark.run;

import java.util.List;

/** Says which option raises a limit of the suite's, where one was met: it says nothing about the codec. */
final class Advice {
    private Advice() {}

    /**
     * @param reason why there is no result
     * @param flags of the JVM it happened in
     * @return the reason, and what raises the limit
     */
    static String with(String reason, List<String> flags) {
        if (reason.contains("OutOfMemoryError")) {
            return reason + "; the heap was " + heap(flags) + ": -jvmArgsAppend -Xmx4g, or more, raises it";
        }
        return reason.contains("no answer within")
                ? reason + "; this is the suite's limit, which --deadline raises"
                : reason;
    }

    private static String heap(List<String> flags) {
        return flags.stream()
                .filter(flag -> flag.startsWith("-Xmx") || flag.startsWith("-XX:MaxHeapSize="))
                .reduce((earlier, later) -> later)
                .orElse("what Java takes by itself");
    }
}
