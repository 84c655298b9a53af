package dev.pipemark.probe.values;

import java.io.Serializable;

/** Enums as a user would write them. */
public final class EnumKinds {
    private EnumKinds() {}

    /** The plainest one. */
    public enum Colour {
        RED,
        GREEN,
        BLUE
    }

    /** Its second constant has a class of its own. */
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

    /** Holds state, which belongs to the process and not to the constant's name. */
    @SuppressWarnings("ImmutableEnumChecker") // that it is mutable is the point
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

    /** Implemented by an enum, as plug-in points are. */
    public interface Command {
        String run(String argument);
    }

    /** The commands that come with the program. */
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

    /** Its command is known by interface only. */
    public record Button(String label, Command command) implements Serializable {}
}
