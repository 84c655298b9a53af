package dev.pipemark.probe.values;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** Classes with a field whose declared type names no concrete class. */
public final class LooseFieldClasses {
    private LooseFieldClasses() {}

    /** An interface that does not name its implementations. */
    public interface Tone {
        int frequency();
    }

    /** The implementation. */
    public static final class Sine implements Tone, Serializable {
        private static final long serialVersionUID = 1L;

        private int frequency;

        @Override
        public int frequency() {
            return frequency;
        }

        public int getFrequency() {
            return frequency;
        }

        public void setFrequency(int frequency) {
            this.frequency = frequency;
        }
    }

    /** A field of interface type. */
    public static final class Player implements Serializable {
        private static final long serialVersionUID = 1L;

        private @Nullable Tone tone;

        public @Nullable Tone getTone() {
            return tone;
        }

        public void setTone(@Nullable Tone tone) {
            this.tone = tone;
        }
    }

    /** A field of type Object. */
    public static final class Anything implements Serializable {
        private static final long serialVersionUID = 1L;

        private @Nullable Object held;

        public @Nullable Object getHeld() {
            return held;
        }

        public void setHeld(@Nullable Object held) {
            this.held = held;
        }
    }

    /**
     * A field of the type of a type variable.
     *
     * @param <T> the type of the field
     */
    public static final class Box<T> implements Serializable {
        private static final long serialVersionUID = 1L;

        private @Nullable T held;

        public @Nullable T getHeld() {
            return held;
        }

        public void setHeld(@Nullable T held) {
            this.held = held;
        }
    }
}
