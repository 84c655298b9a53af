package dev.pipemark.proof;

import dev.pipemark.record.Run;
import dev.pipemark.stats.Estimate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The quality of the verdicts on one machine: the scatter of forks in each order, the share of equal codecs that are
 * called different, the share of differences that are found, and the effect of the length of a turn.
 *
 * @param known the parts that measured codecs of a known slowness
 * @param biases the effects of the length of a turn, from the parts with turns of several lengths
 */
public record Proof(List<Known> known, List<TurnBias> biases) {
    /** The order with which parts are compared. */
    static final String ONE_BY_ONE = "interleaved";

    /**
     * A part that measured codecs of a known slowness.
     *
     * @param equal the number of equal codecs
     * @param sittings the number of sittings in which no fork failed
     * @param incomplete the number of other sittings
     */
    public record Known(
            Part part, int equal, int sittings, int incomplete, Spread spread, FalseAlarms alarms, PowerCurve power) {
        private static Optional<Known> of(Part part) {
            KnownCosts costs = KnownCosts.of(part.run());
            return costs.enough()
                    ? Optional.of(new Known(
                            part,
                            costs.equal().size(),
                            costs.sittings().size(),
                            costs.incomplete(),
                            Spread.of(part.run(), costs),
                            FalseAlarms.of(costs),
                            PowerCurve.of(costs)))
                    : Optional.empty();
        }
    }

    public Proof {
        known = List.copyOf(known);
        biases = List.copyOf(biases);
    }

    /** Makes a proof of some parts. Parts with too few sittings are left out. */
    public static Proof of(List<Part> parts) {
        List<Run> others =
                parts.stream().map(Part::run).filter(run -> !KnownCosts.in(run)).toList();
        return new Proof(
                parts.parallelStream()
                        .filter(part -> KnownCosts.in(part.run()))
                        .flatMap(part -> Known.of(part).stream())
                        .toList(),
                TurnBias.of(others));
    }

    /** Returns the counts of all benchmarks together, by order and state of the machine. */
    Map<String, FalseAlarms> alarms() {
        Map<String, FalseAlarms> alarms = new LinkedHashMap<>();
        known.forEach(each ->
                alarms.merge(each.part().order() + ", " + each.part().machine(), each.alarms(), FalseAlarms::plus));
        return alarms;
    }

    /**
     * Returns the variance of a part divided by that of the same benchmark in interleaved order, at equal measured time.
     */
    Optional<Estimate> ratio(Known one) {
        return one.part().order().equals(ONE_BY_ONE)
                ? Optional.empty()
                : known.stream()
                        .filter(other -> other.part().order().equals(ONE_BY_ONE)
                                && other.part().benchmark().equals(one.part().benchmark())
                                && other.part().machine().equals(one.part().machine())
                                && other.part().turns().equals(one.part().turns()))
                        .findFirst()
                        .map(other -> Spread.ratio(one.spread(), other.spread()));
    }

    /** Returns the number of bounds that this proof judges: one for each count of {@link #alarms}. */
    int bounds() {
        return FalseAlarms.KINDS * alarms().size();
    }

    /** Returns one sentence for each bound that is exceeded; empty if all hold. */
    public List<String> failures() {
        List<String> failures = new ArrayList<>();
        alarms().forEach((where, alarms) -> {
            exceeded("equal pairs were called different", where, alarms.pairs(), failures);
            exceeded("tables of equal codecs called one slower than the best", where, alarms.headlines(), failures);
            exceeded("tables of equal codecs called two different", where, alarms.tables(), failures);
        });
        return failures;
    }

    private void exceeded(String what, String where, Count count, List<String> failures) {
        if (!count.withinBound(bounds())) {
            failures.add(where + ": " + count.found() + " of " + count.of() + " " + what + ", and at most "
                    + count.allowed(bounds()) + " are allowed");
        }
    }
}
