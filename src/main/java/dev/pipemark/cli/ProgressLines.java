package dev.pipemark.cli;

import dev.pipemark.record.Cell;
import dev.pipemark.record.Copies;
import dev.pipemark.record.Fork;
import dev.pipemark.record.PairCheck;
import dev.pipemark.record.Parameter;
import dev.pipemark.record.Reason;
import dev.pipemark.report.doc.Names;
import dev.pipemark.run.Progress;
import java.util.HashSet;
import java.util.Set;

/**
 * Prints the progress of a run: on a terminal as one line that is overwritten, elsewhere as one line per finished fork.
 */
class ProgressLines implements Progress {
    /** The maximum number of characters of a reason if there is no terminal. The journal has all of them. */
    private static final int SAID = 1_000;

    private final Terminal terminal;
    private final Set<String> faults = new HashSet<>();
    private int unsupported;

    ProgressLines(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void probing(String codec, int n, int of) {
        if (terminal.interactive()) {
            over("[" + n + "/" + of + "] trying " + codec + " on each payload");
        }
    }

    @Override
    public void tried(PairCheck check) {
        if (check.exact()) {
            return;
        }
        unsupported++;
        if (check.payloadFault()) {
            // Reported once, not for each codec.
            if (faults.add(check.payload() + check.detail())) {
                say("fault of the payload, not of a codec: " + check.detail());
            }
            return;
        }
        String how = check.verdict() == PairCheck.Fate.DIFFERENT ? "arrives different" : "does not travel";
        say(check.codec() + " " + check.payload() + " " + how + ": " + check.detail());
    }

    @Override
    public void starting(Cell cell, int round, int n, int of, double secondsLeft) {
        if (terminal.interactive()) {
            String head = "[" + n + "/" + of + "] ";
            String tail = ", " + Names.duration(secondsLeft) + " left";
            over(head + Terminal.fit(name(cell), Terminal.COLUMNS - 1 - head.length() - tail.length()) + tail);
        }
    }

    @Override
    public void finished(Fork fork, int n, int of, double secondsLeft) {
        String failure = fork.failure();
        if (failure != null) {
            say(name(fork.cell()) + " failed in round " + fork.round() + ": " + failure);
        } else if (!terminal.interactive()) {
            terminal.out()
                    .println(n + "/" + of + " " + name(fork.cell()) + ": " + Scores.words(fork.mean(), fork.unit())
                            + ", " + Names.duration(secondsLeft) + " left");
        }
    }

    @Override
    public void goingOn(String why) {
        say("going on " + why);
    }

    /** Wipes the line that is written over. */
    void clear() {
        if (terminal.interactive()) {
            over("");
            terminal.out().print("\r");
            terminal.out().flush();
        }
    }

    /** Returns the number of pairs that are not timed. */
    int unsupported() {
        return unsupported;
    }

    private void say(String line) {
        clear();
        terminal.out().println(Reason.shown(line, terminal.interactive() ? Terminal.COLUMNS : SAID));
    }

    private void over(String line) {
        String fitted = Terminal.fit(line, Terminal.COLUMNS - 1);
        terminal.out().print("\r" + fitted + " ".repeat(Terminal.COLUMNS - 1 - fitted.length()));
        terminal.out().flush();
    }

    /** Returns the name of a cell without its default parameters. */
    static String name(Cell cell) {
        Cell told = Copies.base(cell).plain();
        String copy = Parameter.COPY.of(cell);
        String again = !Copies.again(cell) ? "" : copy.equals("2") ? " (again)" : " (copy " + copy + ")";
        return told.key().replace(" " + Cell.NONE, "") + again;
    }
}
