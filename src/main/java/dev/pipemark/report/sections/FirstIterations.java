package dev.pipemark.report.sections;

import dev.pipemark.record.Fork;
import dev.pipemark.record.Run;
import dev.pipemark.record.Settling;
import dev.pipemark.report.doc.Grid;
import dev.pipemark.report.doc.Page.Block;
import dev.pipemark.report.doc.Page.Value;
import dev.pipemark.report.doc.Scale;
import dev.pipemark.stats.Stats;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Whether the warm-up was long enough, by the scores themselves: code that is still being compiled is slower in the first
 * measured iteration than in the later ones.
 */
final class FirstIterations {
    /** With fewer there is no middle of the later ones. */
    private static final int ITERATIONS = 4;

    private static final double SINGLE = 2;
    private static final double MANY = 10;

    private FirstIterations() {}

    /** Forks that compiled alike. */
    private record Band(String name, List<Double> ratios) {
        static Band of(String name, List<Fork> forks, Predicate<Fork> in) {
            return new Band(
                    name,
                    forks.stream()
                            .filter(in)
                            .map(FirstIterations::ratio)
                            .sorted()
                            .toList());
        }

        /**
         * @param share of the forks that lie below, 0 to 1
         */
        double quantile(double share) {
            return ratios.get((int) Math.round(share * (ratios.size() - 1)));
        }
    }

    static List<Block> blocks(Run run) {
        List<Fork> forks = run.forks().stream()
                .filter(fork -> fork.failure() == null && !fork.mode().equals("ss"))
                .filter(fork -> fork.scores().size() >= ITERATIONS)
                .toList();
        List<Fork> rested =
                forks.stream().filter(fork -> !Settling.cutShort(fork)).toList();
        List<Band> bands = new ArrayList<>();
        bands.add(band(rested, 0, SINGLE));
        bands.add(band(rested, SINGLE, Settling.LIMIT));
        bands.add(band(rested, Settling.LIMIT, MANY));
        bands.add(band(rested, MANY, Double.POSITIVE_INFINITY));
        bands.add(Band.of("still at work when the warm-up ended", forks, Settling::cutShort));
        bands.removeIf(band -> band.ratios().isEmpty());
        if (bands.size() < 2) {
            return List.of();
        }
        return List.of(new Grid<>(bands)
                .text("compiling", Band::name)
                .number(
                        "forks",
                        band -> Value.number(
                                String.valueOf(band.ratios().size()),
                                band.ratios().size()))
                .number("first over later", band -> Scale.RATIO.value(Stats.median(band.ratios()), 3))
                .number("10 % below", band -> Scale.RATIO.value(band.quantile(0.1), 3))
                .number("90 % below", band -> Scale.RATIO.value(band.quantile(0.9), 3))
                .table(
                        "first-iterations",
                        "Whether the warm-up was long enough: the first iteration beside the later ones",
                        List.of(
                                "Cost of a fork's first measured iteration over the median of its later ones: the median"
                                        + " over forks, and what a tenth and nine tenths of them lie below, by the share of the"
                                        + " measured time in which a compiler worked. Up to "
                                        + Math.round(Settling.LIMIT)
                                        + " % a fork that ran alone counts as settled.")));
    }

    private static Band band(List<Fork> forks, double above, double upTo) {
        String name = Double.isInfinite(upTo)
                ? "above " + Math.round(above) + " %"
                : above == 0
                        ? "up to " + Math.round(upTo) + " %"
                        : Math.round(above) + " to " + Math.round(upTo) + " %";
        return Band.of(name, forks, fork -> {
            double share = Settling.compiling(fork);
            return share <= upTo && (share > above || above == 0);
        });
    }

    private static double ratio(Fork fork) {
        double later = Stats.median(fork.scores().subList(1, fork.scores().size()));
        return fork.cost(fork.scores().get(0)) / fork.cost(later);
    }
}
