package dev.pipemark.api;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One serializer library in one configuration. Another configuration of the same library is another codec.
 *
 * <p>A codec must be cheap to construct and must not load any class of its library before {@link #open}: listing all
 * codecs must work even if one library is broken. A codec must hold no state. Any thread may use it.
 */
public interface Codec {
    /**
     * Returns the name of this codec in results and on the command line. No other codec may have it. It must consist of
     * lower-case letters, digits and hyphens.
     */
    String id();

    /** Returns how the library was set up. */
    Badge badge();

    /** Returns one line that says what this configuration gives up for what it gains. */
    String givesUp();

    /**
     * Returns the measured library as {@code groupId:artifactId}, or {@code "jdk"} for Java's own serialization. A
     * codec from outside the suite must override {@link #version} if its library is not in the suite's list.
     */
    String library();

    /**
     * Returns the version of {@link #library}. It is used only if neither the library's jar nor the suite's list gives
     * the version.
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
     * Returns whether this configuration may decode bytes from an untrusted sender. Must be {@code false} if the bytes
     * choose which classes are instantiated: such input can run code or exhaust the receiver.
     */
    boolean safeForUntrustedBytes();

    /**
     * Returns the uses that this codec is timed on, each with the first preset that times it. Presets choose codecs by
     * this map alone. Only the full preset times a use that is not in the map.
     *
     * <p>A codec must carry each use that it names. It may name {@link Tier#QUICK} if readers look for its library
     * first in that use. A control must return an empty map. By default, a codec is timed on data and records from the
     * standard preset on.
     */
    default Map<Use, Tier> standsFor() {
        return Map.of(Use.DATA, Tier.STANDARD, Use.RECORDS, Tier.STANDARD);
    }

    /**
     * Returns the JDK packages that this configuration reaches into by reflection if they are opened to it. The format
     * is that of {@code --add-opens}: {@code "java.base/java.util"}. The probe tries the codec with and without them.
     * For a codec from a user's jar, a run opens them to its forks and workers and reports so. For the suite's own
     * codecs, a run opens none.
     */
    default List<String> opens() {
        return List.of();
    }

    /**
     * Returns what the library's documentation says about contracts that a test cannot settle, each with the page that
     * says it. A declaration never replaces a test result.
     */
    default List<Declaration> declarations() {
        return List.of();
    }

    /**
     * Returns the format of this configuration's messages for a shape, if programs in other languages read it with a
     * library of their own. Each message must then be exactly one value of that format. A run may send the messages to
     * such programs, and then decodes what they send back.
     *
     * <p>Must be empty if only this library can read the messages, or if the shape has no message in a schema. Must not load
     * any class of the library. By default, there is no such format.
     */
    default Optional<WireFormat> wireFormat(Shape<?> shape) {
        return Optional.empty();
    }

    /**
     * Opens a coder for a shape. Registration, mappers and buffers should be made here: this method is never timed.
     *
     * @throws UnsupportedShapeException if this configuration is known not to carry the shape. Its message must give
     *     the reason.
     */
    <T> Coder<T> open(Shape<T> shape) throws UnsupportedShapeException;
}
