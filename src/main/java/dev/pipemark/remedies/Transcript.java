package dev.pipemark.remedies;

import dev.pipemark.remedies.Remedy.Step;
import java.util.ArrayList;
import java.util.List;

/** Records actions and results. Throws {@link IllegalStateException} if a result is not the expected one. */
final class Transcript {
    /** The beginning of an answer if the child's role threw an exception. */
    static final String REFUSED = "refused: ";

    private final List<Step> steps = new ArrayList<>();

    /** An action that may be refused. */
    @FunctionalInterface
    interface Attempt {
        Object make() throws Exception;
    }

    /** Expects that an attempt fails in this process with an exception of this class. */
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

    /** Expects that a child refused with an exception of this class. */
    void wasRefused(String did, Class<? extends Exception> reason, String answer) {
        if (!answer.startsWith(REFUSED + reason.getName())) {
            throw new IllegalStateException(did + ": expected " + reason.getName() + " and saw '" + answer + "'");
        }
        steps.add(new Step(did, answer));
    }

    /** Expects exactly this result. */
    void shows(String did, String promised, String saw) {
        if (!saw.equals(promised)) {
            throw new IllegalStateException(did + ": expected '" + promised + "' and saw '" + saw + "'");
        }
        steps.add(new Step(did, saw));
    }

    List<Step> steps() {
        return List.copyOf(steps);
    }

    /** Removes the numbers that a JVM adds to the names of its lambdas. */
    private static String firstLine(Throwable thrown) {
        return thrown.toString().lines().findFirst().orElse("").replaceAll("(\\$\\$Lambda)\\S*", "$1");
    }
}
