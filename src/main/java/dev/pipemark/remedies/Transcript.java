package dev.pipemark.remedies;

import dev.pipemark.remedies.Remedy.Step;
import java.util.ArrayList;
import java.util.List;

/** Writes down what was done and seen, and throws {@link IllegalStateException} when that is not what was promised. */
final class Transcript {
    /** What begins the answer of a child whose role threw. */
    static final String REFUSED = "refused: ";

    private final List<Step> steps = new ArrayList<>();

    /** Something that may be refused. */
    @FunctionalInterface
    interface Attempt {
        Object make() throws Exception;
    }

    /** Promises that an attempt fails in this process, for a reason of this class. */
    void refuses(String did, Class<? extends Exception> reason, Attempt attempt) {
        try {
            attempt.make();
        } catch (Exception e) {
            Throwable each = e;
            while (each != null && !reason.isInstance(each)) {
                each = each.getCause();
            }
            if (each == null) {
                throw new IllegalStateException(did + ": expected " + reason.getName() + " and saw " + e, e);
            }
            steps.add(new Step(did, firstLine(each)));
            return;
        }
        throw new IllegalStateException(did + ": expected " + reason.getName() + " and nothing was refused");
    }

    /** Promises that a child refused, for a reason of this class. */
    void wasRefused(String did, Class<? extends Exception> reason, String answer) {
        if (!answer.startsWith(REFUSED + reason.getName())) {
            throw new IllegalStateException(did + ": expected " + reason.getName() + " and saw '" + answer + "'");
        }
        steps.add(new Step(did, answer));
    }

    /** Promises just this. */
    void shows(String did, String promised, String saw) {
        if (!saw.equals(promised)) {
            throw new IllegalStateException(did + ": expected '" + promised + "' and saw '" + saw + "'");
        }
        steps.add(new Step(did, saw));
    }

    List<Step> steps() {
        return List.copyOf(steps);
    }

    /** Without the numbers that a JVM puts into the names of its lambdas. */
    private static String firstLine(Throwable thrown) {
        return thrown.toString().lines().findFirst().orElse("").replaceAll("(\\$\\$Lambda)\\S*", "$1");
    }
}
