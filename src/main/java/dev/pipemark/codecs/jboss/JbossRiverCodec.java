package dev.pipemark.codecs.jboss;

import dev.pipemark.api.Badge;
import dev.pipemark.api.Codec;
import dev.pipemark.api.Coder;
import dev.pipemark.api.Declaration;
import dev.pipemark.api.Shape;
import dev.pipemark.api.Tier;
import dev.pipemark.api.Use;
import java.util.List;
import java.util.Map;

/**
 * JBoss Marshalling with its own protocol, River (<a
 * href="https://docs.jboss.org/author/pages/viewpage.action?pageId=5439753">JBoss Marshalling</a>). It follows the
 * contract of Java serialization, hooks included.
 */
public final class JbossRiverCodec implements Codec {
    static final List<Declaration> DECLARATIONS = List.of(
            new Declaration(
                    Declaration.THREADS,
                    "not stated; each coder has a marshaller of its own",
                    "https://docs.jboss.org/author/pages/viewpage.action?pageId=5439753"),
            new Declaration(
                    Declaration.CROSS_LANGUAGE,
                    "no: an alternative to Java serialization",
                    "https://docs.jboss.org/author/pages/viewpage.action?pageId=5439753"));

    /** The uses that the codec and its variant are timed on. */
    static final Map<Use, Tier> USES = Map.of(
            Use.DATA,
            Tier.FULL,
            Use.RECORDS,
            Tier.FULL,
            Use.HIERARCHIES,
            Tier.FULL,
            Use.GRAPHS,
            Tier.FULL,
            Use.FUNCTIONS,
            Tier.FULL);

    @Override
    public String id() {
        return "jboss-river";
    }

    @Override
    public Badge badge() {
        return Badge.IDIOMATIC;
    }

    @Override
    public String givesUp() {
        return "speed and size, to carry more types: messages name and describe their classes; carries Serializable objects,"
                + " with shared references and cycles";
    }

    @Override
    public String library() {
        return "org.jboss.marshalling:jboss-marshalling-river";
    }

    @Override
    public Map<Use, Tier> standsFor() {
        return USES;
    }

    @Override
    public boolean safeForUntrustedBytes() {
        return false;
    }

    @Override
    public List<Declaration> declarations() {
        return DECLARATIONS;
    }

    @Override
    public <T> Coder<T> open(Shape<T> shape) {
        return RiverCoder.withNames();
    }
}
