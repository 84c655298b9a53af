package dev.pipemark.stats;

import java.util.Arrays;

/** As much linear algebra as one table needs. */
final class Matrices {
    private Matrices() {}

    /**
     * Gauss and Jordan's elimination with partial pivoting.
     *
     * @param matrix square and regular; left as it is
     */
    static double[][] inverse(double[][] matrix) {
        int n = matrix.length;
        double[][] work = new double[n][2 * n];
        for (int row = 0; row < n; row++) {
            System.arraycopy(matrix[row], 0, work[row], 0, n);
            work[row][n + row] = 1;
        }
        for (int column = 0; column < n; column++) {
            int pivot = column;
            for (int row = column + 1; row < n; row++) {
                pivot = Math.abs(work[row][column]) > Math.abs(work[pivot][column]) ? row : pivot;
            }
            double[] swapped = work[pivot];
            work[pivot] = work[column];
            work[column] = swapped;
            double by = swapped[column];
            for (int i = 0; i < 2 * n; i++) {
                swapped[i] /= by;
            }
            for (int row = 0; row < n; row++) {
                double times = row == column ? 0 : work[row][column];
                for (int i = 0; times != 0 && i < 2 * n; i++) {
                    work[row][i] -= times * swapped[i];
                }
            }
        }
        double[][] inverse = new double[n][];
        for (int row = 0; row < n; row++) {
            inverse[row] = Arrays.copyOfRange(work[row], n, 2 * n);
        }
        return inverse;
    }

    static double[] times(double[][] matrix, double[] vector) {
        double[] product = new double[matrix.length];
        for (int row = 0; row < matrix.length; row++) {
            for (int column = 0; column < vector.length; column++) {
                product[row] += matrix[row][column] * vector[column];
            }
        }
        return product;
    }
}
