package dev.pipemark.codecs.jboss;

import dev.pipemark.api.Badge;
import dev.pipemark.api.Codec;
import dev.pipemark.api.Coder;
import dev.pipemark.api.Declaration;
import dev.pipemark.api.Difference;
import dev.pipemark.api.Shape;
import dev.pipemark.api.Tier;
import dev.pipemark.api.Use;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * JBoss Marshalling with a table of the shape's classes. Messages then have numbers instead of their names and
 * descriptions (<a href="https://docs.jboss.org/author/pages/viewpage.action?pageId=5439753">JBoss Marshalling,
 * predefined class tables</a>).
 */
public final class JbossRiverTableCodec implements Codec {
    @Override
    public String id() {
        return "jboss-river-table";
    }

    @Override
    public Badge badge() {
        return Badge.TUNED;
    }

    @Override
    public String givesUp() {
        return "different classes on the two sides: a table numbers the classes of the shape, in its order; carries"
                + " Serializable objects, with shared references and cycles";
    }

    @Override
    public String library() {
        return "org.jboss.marshalling:jboss-marshalling-river";
    }

    @Override
    public Map<Use, Tier> standsFor() {
        return JbossRiverCodec.USES;
    }

    @Override
    public Optional<Difference> differsFrom() {
        return Optional.of(new Difference("jboss-river", "class table"));
    }

    /** Classes outside of the table travel by name. */
    @Override
    public boolean safeForUntrustedBytes() {
        return false;
    }

    @Override
    public List<Declaration> declarations() {
        return JbossRiverCodec.DECLARATIONS;
    }

    @Override
    public <T> Coder<T> open(Shape<T> shape) {
        return RiverCoder.withNumbers(shape.classes());
    }
}
