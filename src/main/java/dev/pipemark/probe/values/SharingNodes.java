package dev.pipemark.probe.values;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Objects with several references, as typical programs define them. */
public final class SharingNodes {
    private SharingNodes() {}

    /** Mutable, and equal to another balance with the same amount. */
    public static final class Balance implements Serializable {
        private static final long serialVersionUID = 1L;
        private long amount;

        public long getAmount() {
            return amount;
        }

        public void setAmount(long amount) {
            this.amount = amount;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Balance balance && amount == balance.amount;
        }

        @Override
        public int hashCode() {
            return Long.hashCode(amount);
        }
    }

    /** Two fields that may refer to one object. */
    public static final class Couple implements Serializable {
        private static final long serialVersionUID = 1L;
        private @Nullable Balance mine;
        private @Nullable Balance yours;

        public @Nullable Balance getMine() {
            return mine;
        }

        public void setMine(@Nullable Balance mine) {
            this.mine = mine;
        }

        public @Nullable Balance getYours() {
            return yours;
        }

        public void setYours(@Nullable Balance yours) {
            this.yours = yours;
        }
    }

    /** Has children that refer to it. */
    public static final class Parent implements Serializable {
        private static final long serialVersionUID = 1L;

        @SuppressWarnings("serial") // holds an ArrayList
        private List<Child> children = new ArrayList<>();

        public List<Child> getChildren() {
            return children;
        }

        public void setChildren(List<Child> children) {
            this.children = children;
        }
    }

    /** Refers to its parent and to the list that contains it. */
    public static final class Child implements Serializable {
        private static final long serialVersionUID = 1L;
        private String name = "";
        private @Nullable Parent parent;

        @SuppressWarnings("serial") // holds an ArrayList
        private @Nullable List<Child> siblings;

        public String getName() {
            return name;
        }

        public void setName(String name) {
            this.name = name;
        }

        public @Nullable Parent getParent() {
            return parent;
        }

        public void setParent(@Nullable Parent parent) {
            this.parent = parent;
        }

        public @Nullable List<Child> getSiblings() {
            return siblings;
        }

        public void setSiblings(@Nullable List<Child> siblings) {
            this.siblings = siblings;
        }
    }

    /** Is in the set of its team. Its hash code depends on that team. */
    public static final class Player implements Serializable {
        private static final long serialVersionUID = 1L;
        private String name = "";
        private @Nullable Team team;

        public String getName() {
            return name;
        }

        public void setName(String name) {
            this.name = name;
        }

        public @Nullable Team getTeam() {
            return team;
        }

        public void setTeam(@Nullable Team team) {
            this.team = team;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Player player && Objects.equals(name, player.name) && team == player.team;
        }

        /** A codec that adds players to a set before they are complete finds null here, and continues. */
        @Override
        public int hashCode() {
            return Objects.hash(name, team == null ? "" : team.name);
        }
    }

    /** Has its players in a set. */
    public static final class Team implements Serializable {
        private static final long serialVersionUID = 1L;
        private String name = "";

        @SuppressWarnings("serial") // holds a HashSet
        private Set<Player> players = new HashSet<>();

        public String getName() {
            return name;
        }

        public void setName(String name) {
            this.name = name;
        }

        public Set<Player> getPlayers() {
            return players;
        }

        public void setPlayers(Set<Player> players) {
            this.players = players;
        }
    }
}
