package dev.pipemark.probe.values;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/** {@link EvolvingBase} with a {@code long} count instead of an {@code int} count. */
public final class EvolvingWide implements Serializable {
    private static final long serialVersionUID = 1L;

    private String name = "";
    private long count;
    private List<String> tags = new ArrayList<>();
    private double weight;

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public long getCount() {
        return count;
    }

    public void setCount(long count) {
        this.count = count;
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
