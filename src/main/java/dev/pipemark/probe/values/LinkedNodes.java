package dev.pipemark.probe.values;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Nodes that refer to nodes of their own class, as typical programs define them. */
public final class LinkedNodes {
    private LinkedNodes() {}

    /** Refers to one other node. */
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

    /** Refers to nodes in both directions. */
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

    /** Refers to any number of nodes. */
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
