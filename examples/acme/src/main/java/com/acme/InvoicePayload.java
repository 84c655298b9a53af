package com.acme;

import dev.pipemark.api.Family;
import dev.pipemark.api.Payload;
import dev.pipemark.api.Shape;
import java.util.Random;

/** Seeded invoices. */
final class InvoicePayload implements Payload<Invoice> {
    @Override
    public String id() {
        return "acme-invoice";
    }

    @Override
    public Family family() {
        return Family.INSTANCES;
    }

    @Override
    public Shape<Invoice> shape() {
        return Shape.of(Invoice.class, String.class);
    }

    /** {@link Random} draws the same numbers in every Java: its javadoc fixes the algorithms of these methods. */
    @Override
    public Invoice create(long seed) {
        Random random = new Random(seed);
        return new Invoice(
                "2026-" + seed,
                "Customer " + random.nextInt(10_000) + ", Inc.",
                random.nextBoolean() ? "" : "said \"pay later\",\nand did",
                random.nextInt(10_000_000),
                random.nextBoolean());
    }

    @Override
    public boolean same(Invoice sent, Object arrived) {
        return sent.equals(arrived);
    }
}
