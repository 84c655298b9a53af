package dev.pipemark.report.rank;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Needs that a reader has at the same time; none at all is one of them. */
public record Constraint(List<Need> needs) {
    private static final List<Constraint> SINGLES = Stream.concat(
                    Stream.of(new Constraint(List.of())),
                    Stream.of(Need.values()).map(Constraint::of))
            .toList();

    /** What people ask for together, and where one need makes another harder. */
    private static final List<Constraint> PAIRS = List.of(
            of(Need.FUNCTIONS, Need.NO_FLAGS),
            of(Need.FUNCTIONS, Need.GRAPHS),
            of(Need.FUNCTIONS, Need.UNTRUSTED),
            of(Need.CROSS_LANGUAGE, Need.EVOLUTION),
            of(Need.CROSS_LANGUAGE, Need.NO_CODE),
            of(Need.EVOLUTION, Need.NO_GENERATION));

    /** Every one that is answered, in a report's order. */
    public static List<Constraint> all() {
        List<Constraint> all = new ArrayList<>(SINGLES);
        all.addAll(PAIRS);
        return all;
    }

    private static Constraint of(Need... needs) {
        return new Constraint(List.of(needs));
    }

    public String title() {
        return needs.isEmpty()
                ? "no constraint"
                : needs.stream().map(Need::title).collect(Collectors.joining(" + "));
    }

    /** The row of its table. */
    public String id() {
        return Rows.id(
                "choice",
                needs.isEmpty()
                        ? "none"
                        : needs.stream()
                                .map(need ->
                                        need.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                                .collect(Collectors.joining("-and-")));
    }

    /** Whether only what arrives without opened packages counts. */
    public boolean closed() {
        return needs.contains(Need.NO_FLAGS);
    }
}
