package dev.pipemark.probe.values;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/** Classes that only a builder can create. */
public final class BuiltClasses {
    private BuiltClasses() {}

    /** Its only constructor takes the builder. */
    public static final class Mail implements Serializable {
        private static final long serialVersionUID = 1L;

        private final String to;
        private final String subject;
        private final List<String> lines;

        private Mail(Builder builder) {
            to = builder.to;
            subject = builder.subject;
            lines = List.copyOf(builder.lines);
        }

        public static Builder builder(String to) {
            return new Builder(to);
        }

        public String getTo() {
            return to;
        }

        public String getSubject() {
            return subject;
        }

        public List<String> getLines() {
            return lines;
        }

        /** A builder with an unfinished mail. */
        public static final class Builder implements Serializable {
            private static final long serialVersionUID = 1L;

            private final String to;
            private String subject = "";
            private final List<String> lines = new ArrayList<>();

            private Builder(String to) {
                this.to = to;
            }

            public Builder subject(String subject) {
                this.subject = subject;
                return this;
            }

            public Builder line(String line) {
                lines.add(line);
                return this;
            }

            public Mail build() {
                return new Mail(this);
            }
        }
    }
}
