package dev.pipemark.probe.values;

import java.io.Serializable;

/** {@link EvolvingBase} without its tags. */
public final class EvolvingLess implements Serializable {
    private static final long serialVersionUID = 1L;

    private String name = "";
    private int count;
    private double weight;

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public int getCount() {
        return count;
    }

    public void setCount(int count) {
        this.count = count;
    }

    public double getWeight() {
        return weight;
    }

    public void setWeight(double weight) {
        this.weight = weight;
    }
}
