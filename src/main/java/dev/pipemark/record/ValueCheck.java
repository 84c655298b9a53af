package dev.pipemark.record;

/**
 * What became of one value that one codec carried to another process.
 *
 * @param opened whether the workers opened the JDK's packages to it by {@code --add-opens}
 * @param detail the library's own reason, or what differs; empty when exact
 * @param onlyElsewhere whether a round trip inside the sending JVM would have hidden it
 */
public record ValueCheck(
        String codec, boolean opened, String value, ValueOutcome outcome, String detail, boolean onlyElsewhere) {}
