package dev.pipemark.api;

import java.util.List;
import java.util.Map;

/**
 * One library in one configuration. A variant of a library is a codec of its own.
 *
 * <p>Implementations are cheap to construct and load no class of their library before {@link #open}: listing all
 * codecs must work where one library is broken. They hold no state and may be used from any thread.
 */
public interface Codec {
    /** Names this codec in results and on the command line: lower-case letters, digits and hyphens. */
    String id();

    /** How the library was set up. */
    Badge badge();

    /** One line: what this configuration gives up for what it gains. */
    String givesUp();

    /**
     * The library measured, as {@code groupId:artifactId}; {@code "jdk"} for what Java itself brings. An outside codec
     * whose jar is not listed among the suite's libraries overrides {@link #version}.
     */
    String library();

    /**
     * The version of {@link #library}. It is told only where neither the jar that the library is loaded from nor the
     * suite's own list says the version.
     */
    default String version() {
        return Libraries.version(library());
    }

    /**
     * The artifacts that a program must add to use this configuration, as {@code groupId:artifactId}, without those that
     * they need themselves. By default the library alone. Reports show the size of their jars, and of all jars that they
     * need, where all are among the suite's libraries.
     */
    default List<String> artifacts() {
        return List.of(library());
    }

    /**
     * Whether bytes from an untrusted sender may be decoded with this configuration. {@code false} says that bytes
     * choose which classes are instantiated, so that such input can run code or exhaust the receiver.
     */
    boolean safeForUntrustedBytes();

    /**
     * The kinds of value this codec is timed on, each with the first preset that times it. The presets choose codecs by
     * this alone; a use that is not named is left to the full preset.
     *
     * <p>A codec must carry what it names here. It may name {@link Tier#QUICK} where its library is what readers look for
     * first in that use. A control names nothing. By default it is timed on data and records, from the standard preset on.
     */
    default Map<Use, Tier> standsFor() {
        return Map.of(Use.DATA, Tier.STANDARD, Use.RECORDS, Tier.STANDARD);
    }

    /**
     * Packages of the JDK into which this configuration reaches by reflection wherever they are opened to it, as
     * {@code --add-opens} takes them: {@code "java.base/java.util"}. What a codec carries is probed both ways. A run opens
     * them to the forks and workers of a codec that comes from a user's jar, and says so; it opens none to the suite's own.
     */
    default List<String> opens() {
        return List.of();
    }

    /**
     * What the library's documentation says of contracts that are not found out by trying, each with the page that says
     * so. What is found out by trying is never replaced by it.
     */
    default List<Declaration> declarations() {
        return List.of();
    }

    /**
     * Opens a coder: registration, mappers and buffers are made here, outside every timed region.
     *
     * @throws UnsupportedShapeException when this configuration is known not to carry the shape, with the reason
     */
    <T> Coder<T> open(Shape<T> shape) throws UnsupportedShapeException;
}
