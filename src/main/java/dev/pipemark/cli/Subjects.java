package dev.pipemark.cli;

import dev.pipemark.capability.MatrixProbe;
import dev.pipemark.capability.PayloadValues;
import dev.pipemark.capability.ValueProbe;
import dev.pipemark.catalog.Catalog;
import dev.pipemark.probe.values.Value;
import dev.pipemark.record.ValueFacts;
import dev.pipemark.report.doc.Names;
import dev.pipemark.run.Stock;
import dev.pipemark.worker.WorkerException;
import dev.pipemark.yours.WhyUnfilled;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The values and payloads that are probed.
 *
 * @param values the values of the suite
 * @param payloads the ids of the payloads
 * @param yours the payloads of the user's own classes, or {@code null} if there are none
 */
record Subjects(
        List<Value<?>> values,
        List<String> payloads,
        @Nullable Yours yours) {
    /** The text before the reason if a value cannot be made. */
    private static final String UNMADE = "UnmadeException: ";

    /** Returns the numbers of values and payloads in words. */
    String told() {
        return Stream.of(
                        values.isEmpty() ? "" : Names.count(values.size(), "value"),
                        payloads.isEmpty() ? "" : Names.count(payloads.size(), "payload"))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" and "));
    }

    List<ValueFacts> facts(Catalog catalog) {
        return Stream.concat(
                        values.stream()
                                .map(value ->
                                        new ValueFacts(value.id(), value.group().label(), value.summary())),
                        payloads.stream()
                                .map(payload ->
                                        new ValueFacts(payload, ValueFacts.PAYLOADS, summary(payload, catalog))))
                .toList();
    }

    private String summary(String payload, Catalog catalog) {
        String type = yours == null ? null : yours.wish().ids().get(payload);
        return yours == null || type == null
                ? catalog.payload(payload).shape().type().getTypeName()
                : type + ", " + yours.wish().told();
    }

    /**
     * Describes all newly created values.
     *
     * @throws UsageException if a value of the user's own classes cannot be made. The message has the reason alone.
     */
    ValueProbe.Originals originals(MatrixProbe probe) throws UsageException, IOException {
        List<String> ids = Stream.concat(
                        values.stream().<String>map(Value::id),
                        payloads.stream().flatMap(payload -> PayloadValues.of(payload).stream()))
                .toList();
        try {
            Set<String> made = yours == null || yours.values() != null ? Set.of() : Set.copyOf(yours.payloads());
            return probe.originals(ids, made);
        } catch (IOException e) {
            String message = String.valueOf(e.getMessage());
            int at = message.indexOf(UNMADE);
            String reason =
                    (at < 0 ? message : message.substring(at + UNMADE.length())).replaceFirst("(?s); caused by .*", "");
            boolean large = e.getCause() instanceof WorkerException.Hung || message.contains("OutOfMemoryError");
            if (large && yours != null && yours.values() == null) {
                throw new UsageException("the values are too large, or take too long to make: give a smaller --depth or"
                        + " --size, such as --depth 5 --size 1..2 (" + reason + ")");
            }
            if (at < 0 || yours == null) {
                throw e;
            }
            throw new UsageException(reason
                    + (yours.values() == null ? "; give values of your own by --values orders.json (or .ser)" : ""));
        }
    }

    /**
     * Returns the suite with which to try and measure the payloads.
     *
     * @param first the suite that has made the originals
     */
    Stock stock(Stock first, ValueProbe.Originals originals, Path results) throws UsageException {
        return yours == null ? first : yours.knowing(first, originals, results);
    }

    /**
     * Returns sentences about the values of the user's classes: the fields that are null or empty in every value, and the
     * number of values if they are made once for all processes.
     */
    List<String> unfilled(ValueProbe.Originals originals, Stock stock) {
        if (yours == null) {
            return List.of();
        }
        ClassLoader loader = Stock.loader(stock.userJars());
        Stream<String> unfilled = yours.payloads().stream()
                .flatMap(payload ->
                        WhyUnfilled.told(originals.unfilled(payload), originals.met(payload), loader).stream())
                .distinct();
        Stream<String> kept = originals.kept().entrySet().stream()
                .map(
                        one -> one.getKey() + ": " + one.getValue().values().size()
                                + " values are made once, and read by all processes, since Java's serialization keeps them whole");
        return Stream.concat(unfilled, kept).toList();
    }
}
