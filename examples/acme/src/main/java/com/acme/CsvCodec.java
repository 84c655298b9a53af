package com.acme;

import dev.pipemark.api.Badge;
import dev.pipemark.api.Codec;
import dev.pipemark.api.Coder;
import dev.pipemark.api.Shape;
import dev.pipemark.api.UnsupportedShapeException;

/** Invoices as one line of comma-separated values. */
final class CsvCodec implements Codec {
    @Override
    public String id() {
        return "acme-csv";
    }

    @Override
    public Badge badge() {
        return Badge.HAND_WRITTEN;
    }

    @Override
    public String givesUp() {
        return "carries invoices and nothing else";
    }

    @Override
    public String library() {
        return "com.acme:acme";
    }

    @Override
    public String version() {
        return "1.0";
    }

    @Override
    public boolean safeForUntrustedBytes() {
        return true;
    }

    @Override
    @SuppressWarnings("unchecked") // the shape's type is T's
    public <T> Coder<T> open(Shape<T> shape) throws UnsupportedShapeException {
        if (shape.type() != Invoice.class) {
            throw new UnsupportedShapeException("acme-csv has columns for Invoice only");
        }
        return (Coder<T>) new CsvCoder();
    }
}
