package dev.pipemark.run;

import dev.pipemark.machine.Environment;
import dev.pipemark.record.Cell;
import dev.pipemark.record.Fork;
import dev.pipemark.record.Journal;
import dev.pipemark.record.JournalLine;
import dev.pipemark.record.PairCheck;
import dev.pipemark.record.Reason;
import dev.pipemark.record.Run;
import dev.pipemark.record.RunEnd;
import dev.pipemark.stats.RoundTable;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Executes a plan: tries the pairs, and then runs the forks in their order. Each fork is in the journal before the next one
 * starts. A resumed run skips the trials and forks that are already in the journal.
 */
public final class RunExecution {
    /**
     * The time to wait before the death of a worker is recorded, in ms. Ctrl-C may end a worker before it reaches this
     * process.
     */
    private static final long ASKED_MILLIS = 300;

    private static final double UNLIMITED = 1e9;

    private static final String COMPLETE = "complete";
    private static final String BUDGET = "budget";

    private final Run done;
    private final Order order;
    private final Division division;
    private final List<PlannedFork> planned;
    private final PairTrial trial;
    private final Forks forks;
    private final Journal journal;
    private final Progress progress;
    private final Interruption interruption;
    private final @Nullable Duration budget;
    private final @Nullable Until until;
    private final boolean stopAtFailure;
    private final Map<String, PairCheck> checks = new HashMap<>();

    /**
     * Prepares an execution.
     *
     * @param done the plan, with the results that are in the journal
     * @param division divides tables that are too large for a sitting
     * @param budget the wall time after which no fork is started; {@code null} for none
     * @param until adds rounds after the planned ones; {@code null} for none
     * @param stopAtFailure whether the first failed fork ends the run, as with {@code -foe true}
     */
    public RunExecution(
            Run done,
            Order order,
            Division division,
            PairTrial trial,
            Forks forks,
            Journal journal,
            Progress progress,
            Interruption interruption,
            @Nullable Duration budget,
            @Nullable Until until,
            boolean stopAtFailure) {
        this.done = done;
        this.order = order;
        this.division = division;
        this.planned = Schedule.of(
                done.info().cells(), done.info().rounds(), order, done.info().seed());
        this.trial = trial;
        this.forks = forks;
        this.journal = journal;
        this.progress = progress;
        this.interruption = interruption;
        this.budget = budget;
        this.until = until;
        this.stopAtFailure = stopAtFailure;
        done.checks().forEach(this::remember);
    }

    /**
     * Runs the remaining forks, and journals the end.
     *
     * @throws java.io.UncheckedIOException if the journal cannot be written
     */
    public RunEnd execute() {
        long begin = System.nanoTime();
        double before = Double.isNaN(done.end().seconds()) ? 0 : done.end().seconds();
        probe();
        Stop stop = interruption.requested() ? new Stop(RunEnd.INTERRUPTED, null) : runForks(begin);
        RunEnd end = new RunEnd(stop.reason, before + seconds(begin), Environment.load(), stop.until);
        journal.add(new JournalLine.EndLine(end));
        return end;
    }

    private void probe() {
        Map<String, List<String>> pairs = Pairs.of(done.info());
        int n = 0;
        for (Map.Entry<String, List<String>> codec : pairs.entrySet()) {
            n++;
            List<String> untried = codec.getValue().stream()
                    .filter(payload -> !checks.containsKey(Pairs.key(codec.getKey(), payload)))
                    .toList();
            if (untried.isEmpty() || interruption.requested()) {
                continue;
            }
            progress.probing(codec.getKey(), n, pairs.size());
            try {
                probe(codec.getKey(), untried);
            } catch (ProbeEndedException e) {
                forks.note("probing ended: interrupted");
            }
        }
    }

    private void probe(String codec, List<String> payloads) {
        try (ForkWatchdog watchdog = ForkWatchdog.start(ForkProcesses.from(), UNLIMITED, interruption)) {
            trial.probe(codec, payloads, this::tried, sizes -> {
                if (!interruption.requested()) {
                    journal.add(new JournalLine.SizesLine(sizes));
                }
            });
        } catch (IOException e) {
            for (String payload : payloads) {
                if (!checks.containsKey(Pairs.key(codec, payload))) {
                    tried(new PairCheck(codec, payload, PairCheck.Fate.DIED, String.valueOf(e.getMessage())));
                }
            }
        }
    }

    /** Records a trial. If the user's Ctrl-C killed the worker, its death is not a result of the codec. */
    private void tried(PairCheck raw) {
        PairCheck check = new PairCheck(raw.codec(), raw.payload(), raw.verdict(), Advice.with(raw.detail(), flags()));
        boolean dead = check.verdict() == PairCheck.Fate.DIED || check.verdict() == PairCheck.Fate.HANG;
        if (interruption.await(dead ? ASKED_MILLIS : 0)) {
            throw new ProbeEndedException();
        }
        if (!check.exact()) {
            forks.note(check.codec() + " " + check.payload() + " "
                    + check.verdict().name().toLowerCase(Locale.ROOT).replace('_', ' ') + ": " + check.detail());
        }
        PairCheck brief =
                new PairCheck(check.codec(), check.payload(), check.verdict(), Reason.recorded(check.detail()));
        journal.add(new JournalLine.CheckLine(brief));
        remember(brief);
        progress.tried(brief);
    }

    private List<String> flags() {
        return List.of(done.info().settings().getOrDefault("flags", "").split(" "));
    }

    private void remember(PairCheck check) {
        checks.put(Pairs.key(check.codec(), check.payload()), check);
    }

    /**
     * The reason why no further fork is started.
     *
     * @param until why there is no further round; {@code null} if the planned rounds are not done, or if there is no goal
     */
    private record Stop(String reason, @Nullable String until) {}

    private Stop runForks(long begin) {
        List<Fork> ran = new ArrayList<>(done.forks());
        List<List<PlannedFork>> left = steps(left(), ran);
        Pace pace = new Pace(planned(left));
        String reason = run(left, ran, pace, begin);
        while (until != null && reason.equals(COMPLETE)) {
            List<PlannedFork> next = until.next(ran);
            if (next.isEmpty()) {
                return new Stop(COMPLETE, until.reason(ran));
            }
            progress.goingOn(until.words(ran));
            pace.left(planned(steps(until.expected(ran), ran)));
            reason = run(steps(Schedule.shuffled(next, done.info().seed() + ran.size()), ran), ran, pace, begin);
            if (reason.equals(BUDGET)) {
                // The planned rounds are done.
                return new Stop(COMPLETE, RunEnd.SPENT);
            }
        }
        return new Stop(reason, null);
    }

    private double planned(List<List<PlannedFork>> steps) {
        return steps.stream()
                .flatMap(List::stream)
                .mapToDouble(fork -> forks.planned(fork.cell()))
                .sum();
    }

    /**
     * Runs forks in their order.
     *
     * @param steps the forks that are left, by step
     * @param ran all forks that have ended so far; the forks that end here are added
     * @return why it ended
     */
    private String run(List<List<PlannedFork>> steps, List<Fork> ran, Pace pace, long begin) {
        int of = steps.stream().mapToInt(List::size).sum() + ran.size();
        for (List<PlannedFork> next : steps) {
            double seconds = planned(List.of(next));
            if (budget != null && seconds(begin) + pace.expected(seconds) > budget.toMillis() / 1e3) {
                return BUDGET;
            }
            int position = ran.stream().mapToInt(Fork::position).max().orElse(0);
            Optional<List<Fork>> ended = run(next, ran.size(), of, position, pace);
            if (ended.isEmpty()) {
                return RunEnd.INTERRUPTED;
            }
            pace.took(seconds, ended.get().stream().mapToDouble(Fork::seconds).sum());
            for (Fork fork : ended.get()) {
                ran.add(fork);
                progress.finished(fork, ran.size(), of, pace.left());
            }
            if (interruption.requested()) {
                return RunEnd.INTERRUPTED;
            }
            if (stopAtFailure && ended.get().stream().anyMatch(fork -> fork.failure() != null)) {
                return "stopped at the first failure, as -foe asks";
            }
        }
        return COMPLETE;
    }

    /** Divides forks into steps. The journal gets a step as a whole, or not at all. */
    private List<List<PlannedFork>> steps(List<PlannedFork> left, List<Fork> ran) {
        return order == Order.SIDE_BY_SIDE
                ? division.sittings(
                        left, done.info().cells().stream().filter(this::travels).toList(), ran)
                : left.stream().map(List::of).toList();
    }

    /** Runs forks and journals them. Empty if they were interrupted. */
    private Optional<List<Fork>> run(List<PlannedFork> next, int before, int of, int position, Pace pace) {
        int round = next.get(0).round();
        if (order == Order.SIDE_BY_SIDE) {
            int[] n = {before};
            int group = next.get(0).group();
            Optional<List<Fork>> sitting = forks.sit(
                            next, position + 1, cell -> progress.starting(cell, round, ++n[0], of, pace.left()))
                    .map(ended -> group == RoundTable.Sitting.WHOLE
                            ? ended
                            : ended.stream().map(fork -> fork.in(group)).toList());
            sitting.ifPresent(ended -> journal.add(new JournalLine.SittingLine(ended)));
            return sitting;
        }
        Cell cell = next.get(0).cell();
        progress.starting(cell, round, before + 1, of, pace.left());
        Optional<Fork> fork = forks.run(cell, round, position + 1);
        fork.ifPresent(ended -> journal.add(new JournalLine.ForkLine(ended)));
        return fork.map(List::of);
    }

    private List<PlannedFork> left() {
        Set<PlannedFork> finished = new HashSet<>();
        done.forks().forEach(fork -> finished.add(new PlannedFork(fork.cell(), fork.round())));
        List<PlannedFork> left = new ArrayList<>();
        for (PlannedFork fork : planned) {
            if (!finished.contains(fork) && travels(fork.cell())) {
                left.add(fork);
            }
        }
        return left;
    }

    /** Returns whether a cell may be timed: its pair must have arrived unchanged. */
    private boolean travels(Cell cell) {
        PairCheck check = checks.get(Pairs.key(cell.codec(), cell.payload()));
        return !Pairs.isPair(cell) || check != null && check.exact();
    }

    private static double seconds(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }

    /** Thrown to end a probe. */
    private static final class ProbeEndedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        ProbeEndedException() {
            super("interrupted", null, false, false);
        }
    }
}
