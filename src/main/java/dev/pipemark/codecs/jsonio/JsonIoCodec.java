package dev.pipemark.codecs.jsonio;

import dev.pipemark.api.Badge;
import dev.pipemark.api.Codec;
import dev.pipemark.api.Coder;
import dev.pipemark.api.Declaration;
import dev.pipemark.api.Shape;
import dev.pipemark.api.Tier;
import dev.pipemark.api.UnsupportedShapeException;
import dev.pipemark.api.Use;
import java.util.List;
import java.util.Map;

/**
 * json-io in its own format, which names classes and references where the declared type does not determine the value
 * (<a href="https://github.com/jdereg/json-io/blob/master/user-guide.md">user guide</a>).
 *
 * <p>References stay on, as by default: json-io looks for shared objects before it writes, so graphs arrive as they were. For
 * data without cycles, <a href="https://github.com/jdereg/json-io#key-features">its README</a> names {@code
 * cycleSupport(false)}, which writes faster, sends shared objects twice and refuses cycles. This codec carries graphs, so it
 * does not set that option.
 */
public final class JsonIoCodec implements Codec {
    @Override
    public String id() {
        return "json-io";
    }

    @Override
    public Badge badge() {
        return Badge.IDIOMATIC;
    }

    @Override
    public Map<Use, Tier> standsFor() {
        return Map.of(Use.DATA, Tier.FULL, Use.HIERARCHIES, Tier.FULL, Use.GRAPHS, Tier.FULL);
    }

    @Override
    public String givesUp() {
        return "records that hold a record, a collection or a map, which it cannot read, and the scale of some"
                + " decimals; Java class names and references travel, and it tries all constructors with values of the"
                + " message";
    }

    @Override
    public String library() {
        return "com.cedarsoftware:json-io";
    }

    /**
     * A message can name any class. json-io tries all constructors of the class with values of the message, and classes of the
     * JDK have constructors that do more than make an object.
     */
    @Override
    public boolean safeForUntrustedBytes() {
        return false;
    }

    @Override
    public List<Declaration> declarations() {
        return List.of(
                new Declaration(
                        Declaration.THREADS,
                        "yes: options cannot change once they are built",
                        "https://github.com/jdereg/json-io/blob/master/user-guide-writeOptions.md"),
                new Declaration(
                        Declaration.CROSS_LANGUAGE,
                        "yes: JSON, with Java's class names in it",
                        "https://www.rfc-editor.org/rfc/rfc8259"));
    }

    @Override
    public <T> Coder<T> open(Shape<T> shape) throws UnsupportedShapeException {
        return JsonIoCoder.open(shape);
    }
}
