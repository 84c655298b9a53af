package dev.pipemark.probe.values;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/** {@link EvolvingBase} with an additional field. */
public final class EvolvingMore implements Serializable {
    private static final long serialVersionUID = 1L;

    private String name = "";
    private int count;
    private int priority;
    private List<String> tags = new ArrayList<>();
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

    public int getPriority() {
        return priority;
    }

    public void setPriority(int priority) {
        this.priority = priority;
    }

    public List<String> getTags() {
        return tags;
    }

    public void setTags(List<String> tags) {
        this.tags = tags;
    }

    public double getWeight() {
        return weight;
    }

    public void setWeight(double weight) {
        this.weight = weight;
    }
}
