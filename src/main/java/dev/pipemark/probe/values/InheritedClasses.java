package dev.pipemark.probe.values;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** Classes with state in several classes of a hierarchy, or with fields of a less specific type. */
public final class InheritedClasses {
    private InheritedClasses() {}

    /** The first of three levels. */
    public static class Asset implements Serializable {
        private static final long serialVersionUID = 1L;

        private String owner = "";

        public String getOwner() {
            return owner;
        }

        public void setOwner(String owner) {
            this.owner = owner;
        }
    }

    /** The second of three levels. */
    public static class Vehicle extends Asset {
        private static final long serialVersionUID = 1L;

        private int wheels;

        public int getWheels() {
            return wheels;
        }

        public void setWheels(int wheels) {
            this.wheels = wheels;
        }
    }

    /** The third of three levels. */
    public static final class Truck extends Vehicle {
        private static final long serialVersionUID = 1L;

        private double load;

        public double getLoad() {
            return load;
        }

        public void setLoad(double load) {
            this.load = load;
        }
    }

    /** Has a private field with the same name as a field of its subclass. */
    public static class Account implements Serializable {
        private static final long serialVersionUID = 1L;

        private final String id;

        public Account(String id) {
            this.id = id;
        }

        public String accountId() {
            return id;
        }
    }

    /** Has two fields named {@code id}: its own and that of its superclass. */
    public static final class SubAccount extends Account {
        private static final long serialVersionUID = 1L;

        private final String id;

        public SubAccount(String parent, String id) {
            super(parent);
            this.id = id;
        }

        public String subAccountId() {
            return id;
        }
    }

    /** Not serializable: Java serialization runs its constructor instead of restoring its fields. */
    public static class Unsaved {
        private String region = "none";

        public String getRegion() {
            return region;
        }

        public void setRegion(String region) {
            this.region = region;
        }
    }

    /** Serializable, although its superclass is not. */
    public static final class Saved extends Unsaved implements Serializable {
        private static final long serialVersionUID = 1L;

        private int count;

        public int getCount() {
            return count;
        }

        public void setCount(int count) {
            this.count = count;
        }
    }

    /** Has fields whose declared type is less specific than their content. */
    public static final class Garage implements Serializable {
        private static final long serialVersionUID = 1L;

        private @Nullable Building building;

        public @Nullable Building getBuilding() {
            return building;
        }

        public void setBuilding(@Nullable Building building) {
            this.building = building;
        }
    }

    /** Abstract, with a field. */
    public abstract static class Building implements Serializable {
        private static final long serialVersionUID = 1L;

        private int floors;

        public int getFloors() {
            return floors;
        }

        public void setFloors(int floors) {
            this.floors = floors;
        }
    }

    /** The concrete subclass. */
    public static final class Tower extends Building {
        private static final long serialVersionUID = 1L;

        private double height;

        public double getHeight() {
            return height;
        }

        public void setHeight(double height) {
            this.height = height;
        }
    }
}
