package dev.pipemark.remedies;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.Serializable;

/** One counter, guarded by an object of its own, in each of the ways in which that object can be left out. */
final class Counters {
    private Counters() {}

    /** What all of them do. */
    interface Counter extends Serializable {
        /** Counts one more, and tells. */
        String count();
    }

    /** Without a guard: what the hooks are held against. */
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

    /** WRONG: says that it is Serializable, and holds an {@link Object}, which is not. */
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

    /** WRONG: leaves the guard out and never makes it again. Java runs neither constructor nor initializer on arrival. */
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

    /** Right: makes the guard again when it has been read. The field cannot be final. */
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
        @SuppressWarnings("SynchronizeOnNonFinalField") // assigned while nobody else knows the object
        public String count() {
            synchronized (guard) {
                return name + " " + ++count;
            }
        }
    }

    /** Right: what was read is replaced by one that went through the constructor, so that all may be final. */
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

    /** Right: a description travels in its place, and nothing of the class itself. */
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
