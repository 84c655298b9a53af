package dev.pipemark.stats;

import java.util.Arrays;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.LUDecomposition;

/**
 * The least squares fit of {@code log(cost) ~ sitting + cell}. The effect of a sitting on all its cells is not in the
 * differences of the cells. Forks may be missing. In a divided table, each sitting has some of the cells.
 *
 * <p>The sittings are eliminated first, as in the intrablock analysis of an incomplete block design (J. A. John and
 * E. R. Williams, "Cyclic and Computer Generated Designs", 2nd edition, 1995, section 1.3): {@code C·effects = q} with
 * one row per cell. {@code C} is the Laplacian of the graph that joins cells which share a sitting. It therefore has one
 * direction without information for each connected part. Filling in these directions makes it invertible, and changes no
 * difference within a part.
 */
final class AdditiveFit {
    private static final double CLOSE = 1e-9;

    private final int[] parts;
    private final double[][] inverse;
    private final double[] effects;
    private final double[] squares;
    private final double[] shares;
    private final int freedom;
    private final double[][] logs;
    private final double[] present;
    private final double[] levels;

    private AdditiveFit(
            int[] parts,
            double[][] inverse,
            double[] effects,
            double[] squares,
            double[] shares,
            int freedom,
            double[][] logs,
            double[] present,
            double[] levels) {
        this.parts = parts;
        this.inverse = inverse;
        this.effects = effects;
        this.squares = squares;
        this.shares = shares;
        this.freedom = freedom;
        this.logs = logs;
        this.present = present;
        this.levels = levels;
    }

    /**
     * Fits the model.
     *
     * @param logs logarithms by cell and sitting, NaN where missing; every cell has at least one
     */
    static AdditiveFit of(double[][] logs) {
        int cells = logs.length;
        int rounds = cells == 0 ? 0 : logs[0].length;
        double[] present = new double[rounds];
        double[] means = new double[rounds];
        for (int round = 0; round < rounds; round++) {
            for (double[] cell : logs) {
                if (!Double.isNaN(cell[round])) {
                    present[round]++;
                    means[round] += cell[round];
                }
            }
            means[round] /= present[round];
        }
        int[] parts = parts(logs);
        double[] known = new double[cells];
        double[][] information = information(logs, present, parts);
        for (int a = 0; a < cells; a++) {
            for (int round = 0; round < rounds; round++) {
                known[a] += Double.isNaN(logs[a][round]) ? 0 : logs[a][round] - means[round];
            }
        }
        double[][] inverse = inverse(information);
        double[] effects = cells == 0 ? known : new Array2DRowRealMatrix(inverse, false).operate(known);
        double[] squares = new double[cells];
        double[] shares = new double[cells];
        double[] levels = new double[rounds];
        int observed = 0;
        int used = 0;
        for (int round = 0; round < rounds; round++) {
            used += present[round] > 0 ? 1 : 0;
            double centre = 0;
            for (int a = 0; a < cells; a++) {
                centre += Double.isNaN(logs[a][round]) ? 0 : effects[a] / present[round];
            }
            levels[round] = means[round] - centre;
            for (int a = 0; a < cells; a++) {
                if (!Double.isNaN(logs[a][round])) {
                    observed++;
                    double residual = logs[a][round] - means[round] - (effects[a] - centre);
                    squares[a] += residual * residual;
                    shares[a] += 1 - leverage(logs, inverse, round, a, present[round]);
                }
            }
        }
        int free = observed
                - used
                - cells
                + Math.toIntExact(Arrays.stream(parts).distinct().count());
        return new AdditiveFit(parts, inverse, effects, squares, shares, free, logs, present, levels);
    }

    /** Returns the cost of a cell as a logarithm, relative to the mean of its part. */
    double effect(int cell) {
        return effects[cell];
    }

    /** Returns the logarithm of the cost of {@code a} divided by that of {@code b}. */
    double difference(int a, int b) {
        return effects[a] - effects[b];
    }

    /** Returns the variance of this difference, in residual variances: 2 / rounds if all cells sat together. */
    double factor(int a, int b) {
        return inverse[a][a] + inverse[b][b] - 2 * inverse[a][b];
    }

    int cells() {
        return effects.length;
    }

    /** Returns the logarithm that a cell with the effect 0 has in each sitting. NaN for a sitting without any cell. */
    double[] levels() {
        return levels;
    }

    /**
     * Returns the variance of a weighted sum of levels minus a weighted sum of effects, in residual variances. NaN if the
     * data do not determine this sum.
     *
     * @param ofLevels the weights of the levels, by sitting. The levels with weights must be known
     * @param ofCells the weights of the effects, with the opposite sign, by cell
     */
    double factor(double[] ofLevels, double[] ofCells) {
        // A level is the mean of its sitting minus the effects there. The means and the effects are independent.
        double[] left = ofCells.clone();
        double variance = 0;
        for (int sitting = 0; sitting < present.length; sitting++) {
            if (ofLevels[sitting] != 0) {
                variance += ofLevels[sitting] * ofLevels[sitting] / present[sitting];
                for (int cell = 0; cell < left.length; cell++) {
                    left[cell] += Double.isNaN(logs[cell][sitting]) ? 0 : ofLevels[sitting] / present[sitting];
                }
            }
        }
        double[] sums = new double[left.length];
        for (int a = 0; a < left.length; a++) {
            sums[parts[a]] += left[a];
            for (int b = 0; b < left.length; b++) {
                variance += left[a] * inverse[a][b] * left[b];
            }
        }
        // Only differences within a part are known.
        return Arrays.stream(sums).allMatch(sum -> Math.abs(sum) < CLOSE) ? variance : Double.NaN;
    }

    /** Returns whether the two cells can be compared: by sittings in common, directly or through other cells. */
    boolean joined(int a, int b) {
        return parts[a] == parts[b];
    }

    /** Returns the sum of squared residuals of one cell. */
    double squares(int cell) {
        return squares[cell];
    }

    /** Returns one cell's share of the residual degrees of freedom. The shares add up to {@link #freedom()}. */
    double share(int cell) {
        return shares[cell];
    }

    double squares() {
        return Arrays.stream(squares).sum();
    }

    int freedom() {
        return freedom;
    }

    private static double[][] information(double[][] logs, double[] present, int[] parts) {
        int cells = logs.length;
        double[][] information = new double[cells][cells];
        for (int a = 0; a < cells; a++) {
            for (int b = 0; b < cells; b++) {
                for (int round = 0; round < present.length; round++) {
                    if (!Double.isNaN(logs[a][round]) && !Double.isNaN(logs[b][round])) {
                        information[a][b] += (a == b ? 1 : 0) - 1 / present[round];
                    }
                }
                information[a][b] += parts[a] == parts[b] ? 1 : 0;
            }
        }
        return information;
    }

    private static double[][] inverse(double[][] information) {
        return information.length == 0
                ? information
                : new LUDecomposition(new Array2DRowRealMatrix(information, false))
                        .getSolver()
                        .getInverse()
                        .getData();
    }

    /** Returns the variance of a fitted value, in residual variances. */
    private static double leverage(double[][] logs, double[][] inverse, int round, int cell, double present) {
        double own = inverse[cell][cell];
        double cross = 0;
        double all = 0;
        for (int a = 0; a < logs.length; a++) {
            if (!Double.isNaN(logs[a][round])) {
                cross += inverse[cell][a];
                for (int b = 0; b < logs.length; b++) {
                    all += Double.isNaN(logs[b][round]) ? 0 : inverse[a][b];
                }
            }
        }
        return 1 / present + own - 2 * cross / present + all / (present * present);
    }

    /** Numbers the connected parts: each cell gets the lowest index from which it can be reached. */
    private static int[] parts(double[][] logs) {
        int[] parts = new int[logs.length];
        Arrays.setAll(parts, cell -> cell);
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int a = 0; a < logs.length; a++) {
                for (int b = 0; b < logs.length; b++) {
                    if (parts[b] < parts[a] && Gaps.present(Gaps.differences(logs[a], logs[b])) > 0) {
                        parts[a] = parts[b];
                        changed = true;
                    }
                }
            }
        }
        return parts;
    }
}
