package dev.pipemark.record;

/**
 * The result for one value that one codec carried to another process.
 *
 * @param opened whether the workers opened the JDK's packages to the codec by {@code --add-opens}
 * @param detail the library's own reason, or the difference; empty if exact
 * @param onlyElsewhere whether a round trip inside the sending JVM would have hidden the fault
 */
public record ValueCheck(
        String codec, boolean opened, String value, ValueOutcome outcome, String detail, boolean onlyElsewhere) {}
