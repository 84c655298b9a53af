package dev.pipemark.run;

import dev.pipemark.record.Cell;
import dev.pipemark.record.Fork;
import dev.pipemark.stats.LapFit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;

/**
 * Runs the forks of a sitting side by side. They start one after another. Each warms up alone, and waits at the gate.
 * Then they measure in laps: one turn of each fork, in an order that is shuffled for each lap. A turn is one iteration
 * of JMH, or several in a row. Only one fork runs at a time. The next one begins when the compilers of the previous one
 * are idle. After the last lap, the forks check their values and end, one after another. A fork that fails leaves, and
 * the others continue.
 */
final class Sitting {
    private final ForkRunner forks;
    private final ForkLog log;
    private final Interruption interruption;
    private final double grace;
    private final int turnIterations;

    /**
     * Makes a sitting.
     *
     * @param grace the seconds that each step of a fork may take longer than planned before it is killed
     * @param turnIterations the number of iterations in one turn
     */
    Sitting(ForkRunner forks, ForkLog log, Interruption interruption, double grace, int turnIterations) {
        this.forks = forks;
        this.log = log;
        this.interruption = interruption;
        this.grace = grace;
        this.turnIterations = turnIterations;
    }

    /**
     * Runs a sitting.
     *
     * @param planned the forks of one table and round, or of one group of them
     * @param position the position of the first fork in the run, from 1
     * @param starting called with the cell of each fork before it starts
     * @return the forks in their order, each with scores or with a reason; empty if the run was interrupted
     * @throws UncheckedIOException if the gate or a log cannot be opened
     */
    Optional<List<Fork>> run(List<PlannedFork> planned, int position, Consumer<Cell> starting) {
        List<Seat> seats = new ArrayList<>();
        List<ForkLog> logs = new ArrayList<>();
        try (GateKeeper keeper = GateKeeper.open()) {
            try {
                for (PlannedFork one : planned) {
                    if (interruption.requested()) {
                        return Optional.empty();
                    }
                    starting.accept(one.cell());
                    int place = position + seats.size();
                    ForkLog own = log.part(forks.work().resolve(place + ".log"));
                    logs.add(own);
                    Seat seat = new Seat(
                            own,
                            keeper.ticket(),
                            grace,
                            forks.patience(),
                            interruption,
                            (part, ticket, course) -> forks.call(one.cell(), one.round(), place, part, ticket, course));
                    seats.add(seat);
                    seat.start(keeper, forks.planned(one.cell()));
                }
                laps(seats, planned);
                seats.forEach(Seat::dismiss);
                seats.forEach(Seat::awaitEnd);
            } finally {
                seats.forEach(Seat::kill);
                for (ForkLog own : logs) {
                    log.append(own);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the forks of a sitting cannot be run: " + e.getMessage(), e);
        }
        List<Fork> ended = new ArrayList<>();
        for (Seat seat : seats) {
            seat.fork().ifPresent(ended::add);
        }
        return ended.size() == planned.size() ? Optional.of(paired(ended)) : Optional.empty();
    }

    /** Adds paired values to the forks that have a turn in each lap. */
    private static List<Fork> paired(List<Fork> forks) {
        List<Fork> whole =
                forks.stream().filter(fork -> !fork.scores().isEmpty()).toList();
        double[] values = LapFit.values(whole.stream()
                .map(fork -> fork.scores().stream().mapToDouble(Math::log).toArray())
                .toArray(double[][]::new));
        List<Fork> paired = new ArrayList<>(forks);
        for (int i = 0; i < values.length; i++) {
            paired.set(forks.indexOf(whole.get(i)), whole.get(i).paired(Math.exp(values[i])));
        }
        return paired;
    }

    private void laps(List<Seat> seats, List<PlannedFork> planned) {
        double seconds = planned.stream()
                .mapToDouble(one -> forks.turn(one.cell()))
                .max()
                .orElse(0);
        PlannedFork first = planned.get(0);
        Random random = new Random(forks.seed()
                + 31L * first.round()
                + 37L * first.group()
                + first.cell().table().hashCode());
        List<Seat> lap = new ArrayList<>(seats);
        seats.forEach(Seat::awaitIdle);
        while (!interruption.requested() && seats.stream().anyMatch(Seat::waits)) {
            // Reads the memory before each lap. A fork that dies in its turn has none afterwards.
            seats.stream().filter(Seat::waits).forEach(Seat::weigh);
            Collections.shuffle(lap, random);
            lap.stream().filter(Seat::waits).forEach(seat -> seat.takeTurn(turnIterations, seconds));
        }
    }
}
