package dev.pipemark.proof;

import dev.pipemark.record.ForksJava;
import dev.pipemark.record.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What verdicts are worth on one machine, as a page of Markdown. */
public final class ProofPage {
    private ProofPage() {}

    /**
     * @param run the interleaved one, for where it was measured
     */
    public static String of(Proof proof, Run run) {
        List<String> lines = new ArrayList<>();
        lines.add("# What the verdicts find, and what they find where there is nothing");
        lines.add("");
        lines.add("Measured on " + run.info().environment().getOrDefault("cpu.model", "an unknown CPU") + ", Java "
                + ForksJava.version(run) + ", "
                + run.info().started() + ". "
                + "`scripts/prove-verdicts` makes this page.");
        lines.add("");
        List<String> failures = proof.failures();
        lines.add(
                failures.isEmpty()
                        ? "Every promise below holds."
                        : "**Does not hold:** " + String.join("; ", failures) + ".");
        lines.add("");
        equal(proof, lines);
        slowed(proof, lines);
        return String.join("\n", lines) + "\n";
    }

    private static void equal(Proof proof, List<String> lines) {
        Repeats equal = proof.equal();
        lines.add("## Equal codecs called different");
        lines.add("");
        lines.add("One codec and payload as " + equal.arms() + " arms of " + equal.rounds()
                + " forks; every pair judged by itself. A correct method with intervals of 95 % calls 5 % of equal pairs"
                + " different; more than " + equal.allowed() + " of "
                + equal.different().of()
                + " fail this check (99 % quantile of the binomial, which takes the pairs for independent; those that"
                + " share an arm are not, so that the check is the stricter).");
        lines.add("");
        lines.add("| order of the forks | judged by | called different |");
        lines.add("| --- | --- | ---: |");
        lines.add("| interleaved rounds | fork means, round by round | " + words(equal.different()) + " |");
        lines.add("| interleaved rounds | JMH's interval over all iterations | " + words(equal.differentByIterations())
                + " |");
        lines.add("| JMH's own | fork means, round by round | "
                + words(proof.inOrder().different()) + " |");
        lines.add("| JMH's own | JMH's interval over all iterations | "
                + words(proof.inOrder().differentByIterations()) + " |");
        lines.add("");
    }

    private static void slowed(Proof proof, List<String> lines) {
        lines.add("## Differences found");
        lines.add("");
        lines.add("Between two arms of one round the paired scatter is "
                + percent(proof.equal().pairedScatter()) + ". "
                + (proof.smallest() == 0
                        ? "No difference up to 30 % is found four times out of five."
                        : "The smallest difference found four times out of five is **" + proof.smallest() + " %**, at "
                                + proof.equal().rounds() + " rounds."));
        lines.add("");
        lines.add(
                "A codec is really slowed by encoding some values twice; how much slower it was seen to be stands beside"
                        + " how often it was found. The curve adds the shift to the recorded forks of equal arms.");
        lines.add("");
        lines.add("| slower by | really slowed: seen | found | shift added: found |");
        lines.add("| ---: | ---: | ---: | ---: |");
        for (Map.Entry<Integer, Repeats.Count> shift : proof.curve().entrySet()) {
            Proof.Slowed slowed = proof.slowed().get(shift.getKey());
            lines.add("| " + shift.getKey() + " % | "
                    + (slowed == null
                            ? " | "
                            : String.format(Locale.ROOT, "%.3f ×", slowed.times()) + " | " + words(slowed.found()))
                    + " | " + words(shift.getValue()) + " |");
        }
    }

    private static String words(Repeats.Count count) {
        return count.found() + " of " + count.of() + " (" + percent(count.share()) + ")";
    }

    private static String percent(double fraction) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * fraction);
    }
}
