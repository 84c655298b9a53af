package dev.pipemark.conformance;

/** A rule that does not hold. Its message is one sentence about the worker's fault. */
final class Broken extends Exception {
    private static final long serialVersionUID = 1L;

    Broken(String sentence) {
        super(sentence);
    }

    /** Fails with the sentence unless the condition is true. */
    static void unless(boolean condition, String sentence) throws Broken {
        if (!condition) {
            throw new Broken(sentence);
        }
    }
}
