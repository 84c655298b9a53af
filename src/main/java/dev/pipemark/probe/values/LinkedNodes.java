package dev.pipemark.probe.values;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Nodes that lead to nodes of their own class, as a user would write them. */
public final class LinkedNodes {
    private LinkedNodes() {}

    /** Leads to one other. */
    public static final class Node implements Serializable {
        private static final long serialVersionUID = 1L;
        private int number;
        private @Nullable Node next;

        public int getNumber() {
            return number;
        }

        public void setNumber(int number) {
            this.number = number;
        }

        public @Nullable Node getNext() {
            return next;
        }

        public void setNext(@Nullable Node next) {
            this.next = next;
        }
    }

    /** Leads both ways. */
    public static final class Stop implements Serializable {
        private static final long serialVersionUID = 1L;
        private String name = "";
        private @Nullable Stop before;
        private @Nullable Stop after;

        public String getName() {
            return name;
        }

        public void setName(String name) {
            this.name = name;
        }

        public @Nullable Stop getBefore() {
            return before;
        }

        public void setBefore(@Nullable Stop before) {
            this.before = before;
        }

        public @Nullable Stop getAfter() {
            return after;
        }

        public void setAfter(@Nullable Stop after) {
            this.after = after;
        }
    }

    /** Leads to any number of others. */
    public static final class Branch implements Serializable {
        private static final long serialVersionUID = 1L;
        private int number;

        @SuppressWarnings("serial") // holds an ArrayList
        private List<Branch> branches = new ArrayList<>();

        public int getNumber() {
            return number;
        }

        public void setNumber(int number) {
            this.number = number;
        }

        public List<Branch> getBranches() {
            return branches;
        }

        public void setBranches(List<Branch> branches) {
            this.branches = branches;
        }
    }
}
