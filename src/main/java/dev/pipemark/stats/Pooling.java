package dev.pipemark.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.statistics.distribution.FDistribution;

/**
 * Which cells of a table share one residual variance: all but those whose own stands out.
 *
 * <p>The test is W. G. Cochran's for the largest of several variances (Annals of Eugenics 11, 1941), as ISO 5725-2:1994,
 * 7.3.3, uses it to find the laboratory that scatters more than the others: the noisiest cell leaves while its variance
 * against that of the others together has a probability below 5 %, times the number of cells. It is the noisy cell that
 * must not lend its neighbours' precision; a quiet one that stays makes intervals too wide, never too narrow. Two cells
 * always share, since only their difference scatters, and the pooled interval is then the paired one. Of three, none can
 * stand out by much in few rounds; but the variance of a difference is at most half again as large as the pooled one
 * says.
 *
 * <p>By simulation of normal logarithms, 1,500 tables each: with equal variances at least one of a table's pairs is called
 * different wrongly in 3 to 5 % of tables of 3, 6 and 11 cells, five and ten rounds. With one or two cells that scatter
 * two to three times as much as the others it is at most 8 % of tables of up to 6 cells, and 13 % of tables of 11 cells in
 * five rounds, where pooling everything makes it 15 %.
 */
final class Pooling {
    private static final double LEVEL = 0.05;
    /** Below this variance of logarithms, forks do not scatter at all: rounding does. */
    private static final double ROUNDING = 1e-24;

    private final List<Integer> members;
    private final AdditiveFit fit;

    private Pooling(List<Integer> members, AdditiveFit fit) {
        this.members = members;
        this.fit = fit;
    }

    /**
     * @param logs by cell and round, NaN where missing; every cell has one at least
     */
    static Pooling of(double[][] logs) {
        List<Integer> members = new ArrayList<>();
        for (int cell = 0; cell < logs.length; cell++) {
            members.add(cell);
        }
        while (true) {
            AdditiveFit fit =
                    AdditiveFit.of(members.stream().map(cell -> logs[cell]).toArray(double[][]::new));
            int noisy = standsOut(fit, members.size());
            if (noisy < 0) {
                return new Pooling(List.copyOf(members), fit);
            }
            members.remove(noisy);
        }
    }

    /** The place of a cell in {@link #fit()}; -1 where it stands out. */
    int place(int cell) {
        return members.indexOf(cell);
    }

    AdditiveFit fit() {
        return fit;
    }

    /** The residual variance of those that share it; NaN where nothing is left to tell it. */
    double variance() {
        return fit.freedom() > 0 ? fit.squares() / fit.freedom() : Double.NaN;
    }

    private static int standsOut(AdditiveFit fit, int cells) {
        double all = fit.squares();
        if (cells < 3 || fit.freedom() < 2 || all / fit.freedom() < ROUNDING) {
            return -1;
        }
        double[] chances = new double[cells];
        for (int cell = 0; cell < cells; cell++) {
            double own = fit.share(cell);
            double rest = fit.freedom() - own;
            double others = (all - fit.squares(cell)) / rest;
            chances[cell] = own < 1e-9 || rest < 1e-9
                    ? 1
                    : others < ROUNDING
                            ? 0
                            : FDistribution.of(own, rest).survivalProbability(fit.squares(cell) / own / others);
        }
        double least = Arrays.stream(chances).min().orElse(1);
        for (int cell = 0; cell < cells; cell++) {
            if (chances[cell] == least && least * cells < LEVEL) {
                return cell;
            }
        }
        return -1;
    }
}
