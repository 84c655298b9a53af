package dev.pipemark.probe.values;

import java.io.Externalizable;
import java.io.IOException;
import java.io.InvalidObjectException;
import java.io.ObjectInput;
import java.io.ObjectInputStream;
import java.io.ObjectOutput;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamField;
import java.io.Serializable;

/** Classes with hooks of Java serialization. Only these hooks know the whole state. */
public final class HookClasses {
    private HookClasses() {}

    /** Writes and reads itself. */
    public static final class External implements Externalizable {
        private static final long serialVersionUID = 1L;

        private int width;
        private String unit = "";

        /** Called by {@link ObjectInput} only. */
        public External() {}

        public External(int width, String unit) {
            this.width = width;
            this.unit = unit;
        }

        @Override
        public void writeExternal(ObjectOutput out) throws IOException {
            out.writeInt(width);
            out.writeUTF(unit);
        }

        @Override
        public void readExternal(ObjectInput in) throws IOException {
            width = in.readInt();
            unit = in.readUTF();
        }

        public int width() {
            return width;
        }

        public String unit() {
            return unit;
        }
    }

    /** The serialization proxy pattern: a simpler object is sent, which creates this one in the receiver. */
    public static final class Period implements Serializable {
        private static final long serialVersionUID = 1L;

        private final int start;
        private final int length;

        public Period(int start, int length) {
            this.start = start;
            this.length = length;
        }

        public int start() {
            return start;
        }

        public int length() {
            return length;
        }

        private Object writeReplace() {
            return new Proxy(start, start + length);
        }

        private void readObject(ObjectInputStream ignored) throws InvalidObjectException {
            throw new InvalidObjectException("only its proxy travels");
        }

        /** The object that is sent. */
        private static final class Proxy implements Serializable {
            private static final long serialVersionUID = 1L;

            private final int start;
            private final int end;

            Proxy(int start, int end) {
                this.start = start;
                this.end = end;
            }

            private Object readResolve() {
                return new Period(start, end - start);
            }
        }

        /** Returns the class that a codec encounters if it calls the hooks. */
        static Class<?> proxy() {
            return Proxy.class;
        }
    }

    /** A singleton of each process. Programs compare it by {@code ==}. */
    public static final class Nothing implements Serializable {
        private static final long serialVersionUID = 1L;

        public static final Nothing INSTANCE = new Nothing();

        private final String label = "nothing";

        private Nothing() {}

        public String label() {
            return label;
        }

        private Object readResolve() {
            return INSTANCE;
        }
    }

    /** Has its state in a transient field and writes it in its own format. */
    public static final class Derived implements Serializable {
        private static final long serialVersionUID = 1L;

        private final String name;
        private transient int[] digits;

        public Derived(String name, int... digits) {
            this.name = name;
            this.digits = digits.clone();
        }

        public String name() {
            return name;
        }

        public int sum() {
            int sum = 0;
            for (int digit : digits) {
                sum += digit;
            }
            return sum;
        }

        private void writeObject(ObjectOutputStream out) throws IOException {
            out.defaultWriteObject();
            out.writeInt(digits.length);
            for (int digit : digits) {
                out.writeByte(digit);
            }
        }

        private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
            in.defaultReadObject();
            digits = new int[in.readInt()];
            for (int i = 0; i < digits.length; i++) {
                digits[i] = in.readByte();
            }
        }
    }

    /** Lists the fields that are sent: includes a transient one and omits another. */
    public static final class Listed implements Serializable {
        private static final long serialVersionUID = 1L;

        @SuppressWarnings("UnusedVariable") // Java serialization reads it
        private static final ObjectStreamField[] serialPersistentFields = {
            new ObjectStreamField("kept", String.class), new ObjectStreamField("transientButKept", int.class)
        };

        private final String kept;
        private final transient int transientButKept;
        private final int leftOut;

        public Listed(String kept, int transientButKept, int leftOut) {
            this.kept = kept;
            this.transientButKept = transientButKept;
            this.leftOut = leftOut;
        }

        public String kept() {
            return kept;
        }

        public int transientButKept() {
            return transientButKept;
        }

        public int leftOut() {
            return leftOut;
        }
    }

    /** Checks the received fields, as a class with an invariant should. */
    public static final class Checked implements Serializable {
        private static final long serialVersionUID = 1L;

        private int percent;

        public Checked(int percent) {
            this.percent = percent;
        }

        public int percent() {
            return percent;
        }

        private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
            in.defaultReadObject();
            if (percent < 0 || percent > 100) {
                throw new InvalidObjectException("no percentage: " + percent);
            }
        }
    }
}
