package dev.pipemark.run;

import java.util.List;

/**
 * Adds advice to a reason that is a limit of the suite: the option that raises the limit. Such a reason is not a fault of
 * the codec.
 */
final class Advice {
    private Advice() {}

    /**
     * Adds advice, if the reason is a limit of the suite.
     *
     * @param reason why there is no result
     * @param flags the flags of the JVM in which it happened
     * @return the reason, with the option that raises the limit
     */
    static String with(String reason, List<String> flags) {
        if (reason.contains("OutOfMemoryError")) {
            return reason + "; the heap was " + heap(flags) + ": -jvmArgsAppend -Xmx4g makes it larger";
        }
        return reason.contains("no answer within")
                ? reason + "; this is the suite's limit, which --deadline raises"
                : reason;
    }

    private static String heap(List<String> flags) {
        return flags.stream()
                .filter(flag -> flag.startsWith("-Xmx") || flag.startsWith("-XX:MaxHeapSize="))
                .reduce((earlier, later) -> later)
                .orElse("Java's default");
    }
}
