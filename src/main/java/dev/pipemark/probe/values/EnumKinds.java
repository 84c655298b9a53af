package dev.pipemark.probe.values;

import java.io.Serializable;

/** Enums as typical programs define them. */
public final class EnumKinds {
    private EnumKinds() {}

    /** The simplest enum. */
    public enum Colour {
        RED,
        GREEN,
        BLUE
    }

    /** Its second constant has its own class. */
    public enum Operation {
        ADD,
        MULTIPLY {
            @Override
            public int apply(int one, int other) {
                return one * other;
            }
        };

        public int apply(int one, int other) {
            return one + other;
        }
    }

    /** Has mutable state, which belongs to the process and not to the constant's name. */
    @SuppressWarnings("ImmutableEnumChecker") // tests a mutable enum
    public enum Gauge {
        PRESSURE;

        private int reading;

        public int getReading() {
            return reading;
        }

        public void setReading(int reading) {
            this.reading = reading;
        }
    }

    /** An interface that an enum implements, as in plug-in designs. */
    public interface Command {
        String run(String argument);
    }

    /** The built-in commands of a program. */
    public enum BuiltIn implements Command {
        TRIM {
            @Override
            public String run(String argument) {
                return argument.strip();
            }
        },
        REPEAT {
            @Override
            public String run(String argument) {
                return argument + argument;
            }
        }
    }

    /** Declares its command by interface only. */
    public record Button(String label, Command command) implements Serializable {}
}
