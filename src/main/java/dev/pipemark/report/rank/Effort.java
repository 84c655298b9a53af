package dev.pipemark.report.rank;

import dev.pipemark.report.doc.Names;

/**
 * The further rounds until each cell is either distinguished from the best of its table or known to be tied with it, if
 * differences and scatter stay as they are. A table has a thousand rounds at most.
 *
 * @param tables the number of tables that need more rounds and for which the maximum number of rounds is enough
 * @param rounds the largest number of further rounds that one of these tables needs
 * @param seconds the time of all these rounds together, from the times of the run's forks
 */
public record Effort(int tables, int rounds, double seconds) {
    public static Effort toDecide(Findings findings) {
        int tables = 0;
        int rounds = 0;
        double seconds = 0;
        for (Ranking ranking : findings.rankings()) {
            int more = ranking.measured().stream()
                    .mapToInt(score -> ranking.rank(score).moreRounds())
                    .max()
                    .orElse(0);
            if (more > 0) {
                tables++;
                rounds = Math.max(rounds, more);
                seconds += more * ranking.roundSeconds();
            }
        }
        return new Effort(tables, rounds, seconds);
    }

    /**
     * Returns {@code up to 6 more rounds of 2 tables, about 12 min in all}. Returns an empty text if more rounds are not needed
     * or do not help.
     */
    public String words() {
        return tables == 0
                ? ""
                : (tables == 1 ? "" : "up to ") + Names.count(rounds, "more round") + " of "
                        + Names.count(tables, "table") + ", about " + Names.duration(seconds) + " in all";
    }
}
