package dev.pipemark.worker;

/** A failure of a codec or of a value, with the stage in which it happened. */
public final class Failure extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Throwable thrown;
    private final Refusal.Stage stage;

    public Failure(Refusal.Stage stage, Throwable thrown) {
        super(thrown);
        this.stage = stage;
        this.thrown = thrown;
    }

    public Throwable thrown() {
        return thrown;
    }

    public Refusal.Stage stage() {
        return stage;
    }
}
