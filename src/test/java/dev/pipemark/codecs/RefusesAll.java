package dev.pipemark.codecs;

import dev.pipemark.api.Badge;
import dev.pipemark.api.Codec;
import dev.pipemark.api.Coder;
import dev.pipemark.api.Shape;
import dev.pipemark.api.Tier;
import dev.pipemark.api.UnsupportedShapeException;
import dev.pipemark.api.Use;
import java.util.Map;

/** A codec that claims a use and carries nothing. */
record RefusesAll(Use use) implements Codec {
    @Override
    public String id() {
        return "refuses-all";
    }

    @Override
    public Badge badge() {
        return Badge.IDIOMATIC;
    }

    @Override
    public Map<Use, Tier> standsFor() {
        return Map.of(use, Tier.QUICK);
    }

    @Override
    public String givesUp() {
        return "everything";
    }

    @Override
    public String library() {
        return "jdk";
    }

    @Override
    public boolean safeForUntrustedBytes() {
        return true;
    }

    @Override
    public <T> Coder<T> open(Shape<T> shape) throws UnsupportedShapeException {
        throw new UnsupportedShapeException("carries nothing");
    }
}
