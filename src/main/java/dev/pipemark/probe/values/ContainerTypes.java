package dev.pipemark.probe.values;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;

/** Element types for arrays and collections, and user subclasses of collections. */
public final class ContainerTypes {
    private ContainerTypes() {}

    /** An element, and a key of maps. */
    public record Point(int x, int y) implements Serializable {}

    /** An element, and a key of maps, with one instance per process. */
    public enum Colour {
        RED,
        GREEN,
        BLUE
    }

    /** The component type of an array whose elements are of several classes. */
    public interface Figure extends Serializable {
        double area();
    }

    /** One of the figures. */
    public record Circle(double radius) implements Figure {
        @Override
        public double area() {
            return Math.PI * radius * radius;
        }
    }

    /** Another figure with the same field as a circle. A format without class names cannot distinguish them. */
    public record Sphere(double radius) implements Figure {
        @Override
        public double area() {
            return 4 * Math.PI * radius * radius;
        }
    }

    /** A list with a field beside its elements. */
    public static final class NamedList extends ArrayList<String> {
        private static final long serialVersionUID = 1L;

        private String name = "";

        public String getName() {
            return name;
        }

        public void setName(String name) {
            this.name = name;
        }
    }

    /** A map with a field beside its entries. */
    public static final class Settings extends HashMap<String, String> {
        private static final long serialVersionUID = 1L;

        private int version;

        public int getVersion() {
            return version;
        }

        public void setVersion(int version) {
            this.version = version;
        }
    }
}
