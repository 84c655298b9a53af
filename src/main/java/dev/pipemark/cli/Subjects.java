package dev.pipemark.cli;

import dev.pipemark.capability.MatrixProbe;
import dev.pipemark.capability.PayloadValues;
import dev.pipemark.capability.ValueProbe;
import dev.pipemark.catalog.Catalog;
import dev.pipemark.probe.values.Value;
import dev.pipemark.record.ValueFacts;
import dev.pipemark.report.doc.Names;
import dev.pipemark.run.Stock;
import dev.pipemark.yours.WhyUnfilled;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is probed: values of the suite, and payloads.
 *
 * @param payloads their ids
 * @param yours which of the payloads are of the user's own classes; {@code null} where none is
 */
record Subjects(
        List<Value<?>> values,
        List<String> payloads,
        @Nullable Yours yours) {
    /** Stands before the reason where a value cannot be made. */
    private static final String UNMADE = "UnmadeException: ";

    /** How many of what. */
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
     * Describes all values as they are made.
     *
     * @throws UsageException when one of the user's own cannot be made, without the way this took through the suite
     */
    ValueProbe.Originals originals(MatrixProbe probe) throws UsageException, IOException {
        List<String> ids = Stream.concat(
                        values.stream().<String>map(Value::id),
                        payloads.stream().flatMap(payload -> PayloadValues.of(payload).stream()))
                .toList();
        try {
            return probe.originals(ids);
        } catch (IOException e) {
            String message = String.valueOf(e.getMessage());
            int at = message.indexOf(UNMADE);
            if (at < 0 || yours == null) {
                throw e;
            }
            throw new UsageException(message.substring(at + UNMADE.length()).replaceFirst("(?s); caused by .*", "")
                    + (yours.values() == null ? "; give values of your own by --values orders.json (or .ser)" : ""));
        }
    }

    /** A sentence for each field of the user's classes that holds nothing in any value. */
    List<String> unfilled(ValueProbe.Originals originals, Stock stock) {
        if (yours == null) {
            return List.of();
        }
        ClassLoader loader = Stock.loader(stock.userJars());
        boolean made = yours.values() == null;
        return yours.payloads().stream()
                .flatMap(payload -> originals.unfilled(payload).stream())
                .map(each -> WhyUnfilled.told(each, loader, made))
                .distinct()
                .toList();
    }
}
