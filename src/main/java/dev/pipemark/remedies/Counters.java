package dev.pipemark.remedies;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.Serializable;

/** A counter that is guarded by a separate object, in each of the ways to leave that object out. */
final class Counters {
    private Counters() {}

    /** The interface of all counters. */
    interface Counter extends Serializable {
        /** Increments the count and returns it in words. */
        String count();
    }

    /** Without a guard, as a baseline for the hooks. */
    static final class Plain implements Counter {
        private static final long serialVersionUID = 1L;
        private final String name;
        private long count;

        Plain(String name, long count) {
            this.name = name;
            this.count = count;
        }

        @Override
        public String count() {
            return name + " " + ++count;
        }
    }

    /** WRONG: declares that it is Serializable, but holds an {@link Object}, which is not. */
    @SuppressWarnings("serial") // the mistake
    static final class Refused implements Counter {
        private static final long serialVersionUID = 1L;
        private final String name;
        private final Object guard = new Object();
        private long count;

        Refused(String name, long count) {
            this.name = name;
            this.count = count;
        }

        @Override
        public String count() {
            synchronized (guard) {
                return name + " " + ++count;
            }
        }
    }

    /**
     * WRONG: leaves the guard out and never creates it again. Deserialization runs neither constructor nor initializer.
     */
    static final class Forgetful implements Counter {
        private static final long serialVersionUID = 1L;
        private final String name;
        private final transient Object guard = new Object();
        private long count;

        Forgetful(String name, long count) {
            this.name = name;
            this.count = count;
        }

        @Override
        public String count() {
            synchronized (guard) {
                return name + " " + ++count;
            }
        }
    }

    /** Right: creates the guard again after reading. The field cannot be final. */
    static final class Restored implements Counter {
        private static final long serialVersionUID = 1L;
        private final String name;
        private transient Object guard = new Object();
        private long count;

        Restored(String name, long count) {
            this.name = name;
            this.count = count;
        }

        private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
            in.defaultReadObject();
            guard = new Object();
        }

        @Override
        @SuppressWarnings("SynchronizeOnNonFinalField") // assigned before other threads know the object
        public String count() {
            synchronized (guard) {
                return name + " " + ++count;
            }
        }
    }

    /** Right: replaces the object that was read by one that its constructor made, so that all fields may be final. */
    static final class Resolved implements Counter {
        private static final long serialVersionUID = 1L;
        private final String name;
        private final transient Object guard = new Object();
        private long count;

        Resolved(String name, long count) {
            this.name = name;
            this.count = count;
        }

        private Object readResolve() {
            return new Resolved(name, count);
        }

        @Override
        public String count() {
            synchronized (guard) {
                return name + " " + ++count;
            }
        }
    }

    /** Right: sends a description instead of the object itself. */
    static final class Replaced implements Counter {
        private static final long serialVersionUID = 1L;
        private final String name;
        private final transient Object guard = new Object();
        private long count;

        Replaced(String name, long count) {
            this.name = name;
            this.count = count;
        }

        private Object writeReplace() {
            return new Description(name, count);
        }

        @Override
        public String count() {
            synchronized (guard) {
                return name + " " + ++count;
            }
        }

        private record Description(String name, long count) implements Serializable {
            private Object readResolve() {
                return new Replaced(name, count);
            }
        }
    }
}
