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
     * lower-case letters, digits and hyphens. A codec with a {@link Compression} has the id of that compression behind a
     * {@code +}.
     */
    String id();

    /** Returns how the library was set up. */
    Badge badge();

    /**
     * Returns one line that names the disadvantages of this configuration, and the advantages that it gains by them.
     * Lists print this line after {@code "gives up: "}.
     */
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
     * Returns the artifacts that a program must declare to use this configuration, each as {@code groupId:artifactId}.
     * The list must not contain their dependencies. The default is {@link #library} alone.
     *
     * <p>Reports show the total size of these jars and of their dependencies. The size is unknown if one of the
     * artifacts is not in the suite's list of libraries.
     */
    default List<String> artifacts() {
        return List.of(library());
    }

    /**
     * Returns whether this configuration may decode bytes from an untrusted sender. Must be {@code false} if the bytes
     * choose which classes are instantiated: such input can run code or exhaust the receiver. Must also be
     * {@code false} if the library does not limit what bytes can do, such as the memory that a short message allocates.
     */
    boolean safeForUntrustedBytes();

    /**
     * Returns the uses that this codec is timed on. The map assigns to each use the first preset that times the codec on
     * it. Presets choose codecs by this map alone. Only the full preset times uses that are not in the map.
     *
     * <p>A codec must carry each use that it names. It may assign {@link Tier#QUICK} to a use if most readers expect its
     * library in a first look at that use. The map must be empty for a control, and for a codec that carries only a part
     * of each use. Only the full preset times such a codec. By default, a codec is timed on data and records from the
     * standard preset on.
     */
    default Map<Use, Tier> standsFor() {
        return Map.of(Use.DATA, Tier.STANDARD, Use.RECORDS, Tier.STANDARD);
    }

    /**
     * Returns the only difference from another codec of the same library, if there is such a codec. The two must be set up
     * alike except for one feature, which this codec has and the other does not. Reports show what the feature costs. The
     * other codec may be missing from a run. By default, this method returns an empty value.
     */
    default Optional<Difference> differsFrom() {
        return Optional.empty();
    }

    /**
     * Returns the JDK packages whose private members this configuration uses by reflection if they are opened to it.
     * Each must have the format of {@code --add-opens}, such as {@code "java.base/java.util"}.
     *
     * <p>The probe tries the codec twice: with these packages opened, and without. A run opens them to its forks and
     * workers only for a codec from a user's jar, and the report says so.
     */
    default List<String> opens() {
        return List.of();
    }

    /**
     * Returns statements of the library's documentation about contracts, each with a link to its page. A contract is a
     * property of a codec that does not depend on the value, such as use by several threads. Only contracts that a test
     * of this codec cannot decide need a statement. A statement never replaces a test result.
     */
    default List<Declaration> declarations() {
        return List.of();
    }

    /**
     * Returns a class whose versions differ in their fields. The probe uses it to test whether the sender and the
     * receiver may have different versions of a class. Override this method if this configuration needs annotations in
     * the class. By default, this method returns an empty value. The probe then uses a class of the suite, which has no
     * annotations.
     *
     * <p>The class must have a constructor without parameters and the fields {@code String name}, {@code int count},
     * {@code List<String> tags} and {@code double weight}. Its simple name must end in {@code Base}. Its package must
     * contain its other versions, with other endings: {@code More} has the additional field {@code int priority},
     * {@code Less} has no {@code tags}, {@code Drop} has no {@code name}, {@code Name} has {@code title} instead of
     * {@code name}, and {@code Wide} has a {@code long count}.
     */
    default Optional<Class<?>> evolving() {
        return Optional.empty();
    }

    /**
     * Returns the format of this configuration's messages for a shape, if programs in other languages read it with a
     * library of their own. Each message must then be exactly one value of that format. A run may send the messages to
     * such programs, and then decodes their answers.
     *
     * <p>Must be empty if only this library can read the messages. Must also be empty if the format needs a schema, and
     * the schema has no message for the shape. Must not load any class of the library. By default, there is no such
     * format.
     */
    default Optional<WireFormat> wireFormat(Shape<?> shape) {
        return Optional.empty();
    }

    /**
     * Opens a coder for a shape. Registration, mappers and buffers should be made here. The time of a message does not
     * include this method. Only the time to the first reply of a new worker includes it.
     *
     * @throws UnsupportedShapeException if this configuration is known not to carry the shape. Its message must give
     *     the reason.
     */
    <T> Coder<T> open(Shape<T> shape) throws UnsupportedShapeException;
}
